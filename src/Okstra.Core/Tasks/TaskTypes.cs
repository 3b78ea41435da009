using Okstra.Core.Problems;

namespace Okstra.Core.Tasks;

/// <summary>Tokens of <see cref="TaskType"/> and the questions asked of them.</summary>
public static class TaskTypes
{
    public static IReadOnlyList<TaskType> All { get; } = Enum.GetValues<TaskType>();

    public static string Token(this TaskType type) => type switch
    {
        TaskType.RequirementsDiscovery => "requirements-discovery",
        TaskType.ErrorAnalysis => "error-analysis",
        TaskType.ImplementationPlanning => "implementation-planning",
        TaskType.Implementation => "implementation",
        TaskType.FinalVerification => "final-verification",
        TaskType.ReleaseHandoff => "release-handoff",
        _ => throw new ArgumentOutOfRangeException(nameof(type), type, "not a task type"),
    };

    /// <summary>Discovery, error analysis and planning: many workers read, nobody edits.</summary>
    public static bool IsAnalysis(this TaskType type) => type <= TaskType.ImplementationPlanning;

    public static bool TryParse(string? text, out TaskType type, out Problem problem)
    {
        problem = new Problem("OKS0101", $"unknown task type '{text}'", $"valid task types: {string.Join(", ", All.Select(Token))}");
        foreach (var candidate in All)
        {
            if (string.Equals(candidate.Token(), text?.Trim(), StringComparison.Ordinal))
            {
                type = candidate;
                return true;
            }
        }

        type = default;
        return false;
    }
}
