namespace Okstra.Core.Phases;

/// <summary>What is known of the tree that is verified or handed off.</summary>
public sealed record TargetFacts
{
    /// <summary>Without <c>refs/heads/</c>.</summary>
    public required string Branch { get; init; }

    /// <summary>Full id the work is counted from.</summary>
    public required string Base { get; init; }

    /// <summary>Full id; null when the branch is gone.</summary>
    public required string? Tip { get; init; }

    /// <summary>Full id that was recorded when the work was done; null when the tip is all there is.</summary>
    public string? Recorded { get; init; }

    /// <summary>Full ids of the commits between base and tip, merges left out.</summary>
    public required IReadOnlyList<string> Commits { get; init; }

    /// <summary>Paths that differ between base and tip.</summary>
    public required IReadOnlyList<string> Files { get; init; }
}
