namespace Okstra.Cli.Output;

/// <summary><c>okstra converge record --json</c>.</summary>
internal sealed record RecordAnswer
{
    public required string TaskKey { get; init; }

    public required string Worker { get; init; }

    public required int Round { get; init; }

    public required int Batch { get; init; }

    public required string Status { get; init; }

    /// <summary>Why it did not complete; null when it did.</summary>
    public required string? Reason { get; init; }

    /// <summary>Absolute.</summary>
    public required string Document { get; init; }

    /// <summary>The same was recorded before; nothing was written.</summary>
    public required bool AlreadyRecorded { get; init; }

    /// <summary>Dispatches of the open round that are still missing.</summary>
    public required int Open { get; init; }

    /// <summary><c>record</c> while dispatches of the round are missing, then <c>plan</c>.</summary>
    public required string Next { get; init; }
}
