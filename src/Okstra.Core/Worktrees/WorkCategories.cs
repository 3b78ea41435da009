using Okstra.Core.Problems;

namespace Okstra.Core.Worktrees;

/// <summary>What kind of work a task is; decides the prefix of its branch (R-CON-65).</summary>
public static class WorkCategories
{
    private const string Fallback = "task";

    private static readonly Dictionary<string, string> Prefixes = new(StringComparer.Ordinal)
    {
        ["bugfix"] = "fix",
        ["feature"] = "feat",
        ["refactor"] = "refactor",
        ["ops"] = "ops",
        ["ops-change"] = "ops",
        ["improvement"] = "improve",
    };

    /// <summary>Values of <c>--work-category</c>.</summary>
    public static IReadOnlyList<string> All { get; } = ["bugfix", "feature", "refactor", "ops", "improvement"];

    /// <summary>Trimmed and lower-cased; empty or unknown gives <c>task</c> (R-WT-04, R-OPN-09).</summary>
    public static string BranchPrefix(string? category) => Prefixes.GetValueOrDefault(category?.Trim().ToLowerInvariant() ?? "", Fallback);

    /// <summary>What <c>--work-category</c> was given, or nothing; <c>ops-change</c> is another name of <c>ops</c>.</summary>
    /// <exception cref="UserErrorException">Not a category.</exception>
    public static string? Checked(string? text)
    {
        var category = text == "ops-change" ? "ops" : text;
        return category is null || All.Contains(category, StringComparer.Ordinal)
            ? category
            : throw new UserErrorException("OKS0165", $"unknown work category '{text}'", $"valid: {string.Join(", ", All)}");
    }
}
