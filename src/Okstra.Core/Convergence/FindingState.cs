using Okstra.Core.Findings;

namespace Okstra.Core.Convergence;

/// <summary>Where one finding stands after the rounds folded so far.</summary>
public sealed record FindingState
{
    public required ClusteredFinding Finding { get; init; }

    /// <summary>S: authors and counted AGREEs, ordinally sorted; never overlaps <see cref="Dissenters"/>.</summary>
    public required IReadOnlyList<string> Supporters { get; init; }

    /// <summary>D: vetoes that stand, ordinally sorted.</summary>
    public required IReadOnlyList<string> Dissenters { get; init; }

    /// <summary>By round, then worker.</summary>
    public required IReadOnlyList<CastVote> Votes { get; init; }

    /// <summary>Null while the finding is queued.</summary>
    public FindingClass? Classification { get; init; }

    public int? ConfirmedInRound { get; init; }

    public string Reason { get; init; } = "";

    /// <summary>Null when nothing was run for it.</summary>
    public SettlementResult? Settlement { get; init; }

    /// <summary>The worker's last record on this finding, errors included; null when it was never asked.</summary>
    public CastVote? LatestOf(string worker) => Votes.LastOrDefault(vote => string.Equals(vote.Worker, worker, StringComparison.Ordinal));

    /// <summary>A refuter looked in a round ≥ 1, agreed with evidence that holds, and still supports it.</summary>
    public bool SurvivedRefuter => Votes.Any(vote => vote.Counted == Vote.Agree && vote.Role != AskRole.RespondToVeto && Supporters.Contains(vote.Worker));

    /// <summary>At least one supporter brought a citation that holds or moved.</summary>
    public bool CarriedBySupporter => Supporters.Any(worker => Finding.CarryingCitationsOf(worker) > 0
        || Votes.Any(vote => string.Equals(vote.Worker, worker, StringComparison.Ordinal)
            && vote.Counted is Vote.Agree or Vote.Maintain
            && vote.Citations.Any(citation => citation.Carries)));
}
