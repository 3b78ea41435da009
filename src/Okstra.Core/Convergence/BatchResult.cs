using Okstra.Core.Workers;

namespace Okstra.Core.Convergence;

/// <summary>How the dispatch of one <see cref="Batch"/> ended.</summary>
public sealed record BatchResult
{
    public required string Worker { get; init; }

    /// <summary>Number of the batch that was planned.</summary>
    public required int Batch { get; init; }

    public required string AgentName { get; init; }

    /// <summary>Not <c>completed</c> also when the answer broke its contract or the tree was changed.</summary>
    public required WorkerStatus Status { get; init; }

    /// <summary>Why it did not complete.</summary>
    public string? Reason { get; init; }

    /// <summary>Empty unless completed.</summary>
    public IReadOnlyList<CheckedVote> Votes { get; init; } = [];
}
