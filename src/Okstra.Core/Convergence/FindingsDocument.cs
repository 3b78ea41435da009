namespace Okstra.Core.Convergence;

/// <summary><c>state/findings-&lt;task-type&gt;-&lt;seq&gt;.json</c>: the clustered findings of round 0 with their checked evidence, frozen before anybody votes.</summary>
public sealed record FindingsDocument
{
    public int SchemaVersion { get; init; } = 1;

    /// <summary>Relative path → SHA-256 of the dispatch documents it was made from.</summary>
    public required IReadOnlyDictionary<string, string> Inputs { get; init; }

    public required IReadOnlyList<Voter> Voters { get; init; }

    public required IReadOnlyList<ClusteredFinding> Findings { get; init; }

    /// <summary>Null in documents of older runs, which were grouped by the rules.</summary>
    public GroupingOutcome? Grouping { get; init; }

    /// <summary>SHA-256 of this document without this member, so that an edit by hand shows; null in one of an older okstra.</summary>
    public string? Seal { get; init; }
}
