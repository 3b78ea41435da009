namespace Okstra.Core.Reports;

/// <summary>What the bundle froze about the project, as the report header prints it.</summary>
public sealed record ProjectFacts
{
    /// <summary>Null outside git.</summary>
    public required string? BaseCommit { get; init; }

    /// <summary>Null outside git.</summary>
    public required string? InspectedCommit { get; init; }

    /// <summary>Token of R-CON-56.</summary>
    public required string WorktreeStatus { get; init; }

    public string? WorktreeNote { get; init; }

    /// <summary>Changed or untracked files of a dirty checkout; 0 when clean.</summary>
    public int UncommittedFiles { get; init; }

    /// <summary>Outside git: path → SHA-256 of every cited file; empty inside.</summary>
    public IReadOnlyDictionary<string, string> InspectedFiles { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);
}
