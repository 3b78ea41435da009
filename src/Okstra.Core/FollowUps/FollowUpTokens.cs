namespace Okstra.Core.FollowUps;

/// <summary>Fixed words of section 7.</summary>
public static class FollowUpTokens
{
    /// <summary>R-CON-60.</summary>
    public static IReadOnlyList<string> Origins { get; } = ["out-of-plan", "verifier-concern", "scope-boundary", "open-question", "manual"];

    public static IReadOnlyList<string> Priorities { get; } = ["P0", "P1", "P2"];
}
