using Okstra.Core.Workers;

namespace Okstra.Core.Reports;

/// <summary>How one worker of the roster fared (R-REP-15).</summary>
public sealed record ExecutionRow
{
    public required string Worker { get; init; }

    public required string Role { get; init; }

    public required string Vendor { get; init; }

    /// <summary>Display name of the assigned model.</summary>
    public required string Model { get; init; }

    /// <summary>End of its first dispatch; <c>not-run</c> when it had none.</summary>
    public required WorkerStatus Status { get; init; }

    /// <summary>Why it did not complete; null when it did.</summary>
    public required string? Reason { get; init; }

    /// <summary>In its own words; empty when it delivered nothing.</summary>
    public required string KeyFinding { get; init; }

    /// <summary>Whole seconds over all its dispatches.</summary>
    public required long Seconds { get; init; }
}
