namespace Okstra.Core.Findings;

/// <summary>A citation with the outcome of its check, flat as state and report documents store it.</summary>
public sealed record Evidence
{
    /// <summary><c>file</c>, <c>command</c>, <c>commit</c> or <c>mcp</c>.</summary>
    public required string Kind { get; init; }

    public required string Quote { get; init; }

    public required CitationVerdict Check { get; init; }

    /// <summary>Who cited it.</summary>
    public required string Worker { get; init; }

    /// <summary>Why it fails, or where it was moved from.</summary>
    public string? Note { get; init; }

    public string? Path { get; init; }

    /// <summary>1-based, corrected when <see cref="Check"/> is <c>moved</c>.</summary>
    public int? StartLine { get; init; }

    public int? EndLine { get; init; }

    public IReadOnlyList<string>? Argv { get; init; }

    public int? ExitCode { get; init; }

    public string? Sha { get; init; }

    public string? Server { get; init; }

    public string? Table { get; init; }

    public string? Select { get; init; }

    /// <summary>Holds where cited, or elsewhere in the same file: both carry a claim.</summary>
    [System.Text.Json.Serialization.JsonIgnore]
    public bool Carries => Check is CitationVerdict.Holds or CitationVerdict.Moved;
}
