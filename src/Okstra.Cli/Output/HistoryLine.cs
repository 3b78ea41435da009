namespace Okstra.Cli.Output;

/// <summary>One run in the history of its task; paths are absolute.</summary>
internal sealed record HistoryLine
{
    public required string TaskType { get; init; }

    /// <summary>Of an implementation run; null otherwise.</summary>
    public required int? Stage { get; init; }

    public required string Seq { get; init; }

    public required string Status { get; init; }

    /// <summary>UTC, ISO-8601.</summary>
    public required string PreparedAt { get; init; }

    /// <summary>Null while the run is not over.</summary>
    public required string? EndedAt { get; init; }

    /// <summary>From preparation to end.</summary>
    public required double? Seconds { get; init; }

    /// <summary>Null while there is none.</summary>
    public required string? Report { get; init; }

    /// <summary>Script that takes it up again; null when it is gone.</summary>
    public required string? ResumeCommand { get; init; }
}
