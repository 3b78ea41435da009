using Okstra.Core.Problems;
using Okstra.Core.Text;

namespace Okstra.Core.Phases;

/// <summary>Who may execute a plan (R-CLI-020).</summary>
public static class Executors
{
    public const string Variable = "OKSTRA_DEFAULT_EXECUTOR";

    private const string Fallback = "claude";

    public static IReadOnlyList<string> All { get; } = ["claude", "codex", "gemini"];

    /// <summary>The named provider, otherwise that of the variable, otherwise <c>claude</c>; blank counts as not given.</summary>
    /// <exception cref="UserErrorException">The one that counts is no provider.</exception>
    public static string Resolve(string? option, string? variable)
    {
        var (text, source) = !string.IsNullOrWhiteSpace(option) ? (option, "--executor") : !string.IsNullOrWhiteSpace(variable) ? (variable, Variable) : (Fallback, "");
        var provider = text.Trim().ToLowerInvariant();
        return All.Contains(provider, StringComparer.Ordinal)
            ? provider
            : throw new UserErrorException("OKS0754", $"{source} names '{SafeText.OneLine(text, 80)}', which cannot execute a plan", $"valid executors: {string.Join(", ", All)}");
    }
}
