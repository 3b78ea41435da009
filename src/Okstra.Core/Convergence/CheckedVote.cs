using Okstra.Core.Findings;

namespace Okstra.Core.Convergence;

/// <summary>A vote as a worker answered it, after its citations were checked.</summary>
public sealed record CheckedVote(string FindingId, Vote Vote, string Reason, IReadOnlyList<Evidence> Citations)
{
    /// <summary>Family of the model that gave it, when it is not the worker's own.</summary>
    public string? Vendor { get; init; }
}
