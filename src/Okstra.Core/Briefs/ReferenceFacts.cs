using Okstra.Core.Phases;

namespace Okstra.Core.Briefs;

/// <summary>What is known of a file a brief names.</summary>
/// <param name="Exists">It is there.</param>
public sealed record ReferenceFacts(bool Exists)
{
    /// <summary>It lies outside the repository, where workers do not read.</summary>
    public bool IsOutside { get; init; }

    /// <summary>How many lines it has; null when that is unknown or it is no text.</summary>
    public int? LineCount { get; init; }

    /// <summary>A file of the same name somewhere else in the repository.</summary>
    public string? Elsewhere { get; init; }

    /// <summary>What it is as a report; null when it is none.</summary>
    public CitedReport? Report { get; init; }
}
