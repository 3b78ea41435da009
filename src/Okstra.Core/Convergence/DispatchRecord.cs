using Okstra.Core.Workers;

namespace Okstra.Core.Convergence;

/// <summary>One re-verification dispatch in the round history.</summary>
public sealed record DispatchRecord
{
    public required string Worker { get; init; }

    public required string AgentName { get; init; }

    public required int Batch { get; init; }

    public required WorkerStatus TerminalStatus { get; init; }

    public required IReadOnlyList<string> FindingIds { get; init; }

    public string? Reason { get; init; }
}
