namespace Okstra.Core.Phases;

/// <summary>Branches nothing is pushed to and no hand-off starts from (R-PHS-095, R-PHS-105).</summary>
public static class ProtectedBranches
{
    public static IReadOnlyList<string> All { get; } = ["main", "master", "prod", "preprod", "staging", "dev"];

    public static bool Contains(string branch) => All.Contains(branch, StringComparer.OrdinalIgnoreCase);
}
