using Okstra.Core.Usage;
using Okstra.Core.Workers;

namespace Okstra.Engine.Leading;

/// <summary>What a session lead says came of one dispatch.</summary>
public sealed record LeadAnswer
{
    public required string Worker { get; init; }

    public required int Round { get; init; }

    /// <summary>1-based.</summary>
    public required int Batch { get; init; }

    /// <summary>The worker's final text, as it gave it; null when it gave none.</summary>
    public string? Text { get; init; }

    /// <summary>How it ended; anything but <c>completed</c> is a failure with a reason.</summary>
    public WorkerStatus Status { get; init; } = WorkerStatus.Completed;

    /// <summary>The worker stayed malformed: recorded as <c>error</c>, category <c>contract-violation</c>.</summary>
    public bool ContractViolation { get; init; }

    public string? Reason { get; init; }

    /// <summary>The vendor's session, when the lead knows it.</summary>
    public string? SessionId { get; init; }

    public TokenUsage? Usage { get; init; }
}
