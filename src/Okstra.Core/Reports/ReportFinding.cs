using Okstra.Core.Convergence;
using Okstra.Core.Findings;

namespace Okstra.Core.Reports;

/// <summary>A finding as the report shows it: the state's values, never rewritten (R-WRK-44).</summary>
public sealed record ReportFinding
{
    /// <summary><c>F-001</c>, …</summary>
    public required string Id { get; init; }

    public required string Title { get; init; }

    public required FindingClass Classification { get; init; }

    public required int? ConfirmedInRound { get; init; }

    public required string Kind { get; init; }

    public required IReadOnlyList<string> TicketIds { get; init; }

    public required IReadOnlyList<string> Authors { get; init; }

    /// <summary>Where it comes from: <c>worker/finding-id</c> of round 0.</summary>
    public required IReadOnlyList<string> Sources { get; init; }

    public required string Claim { get; init; }

    public required Severity Severity { get; init; }

    /// <summary>0 to 1.</summary>
    public required double Confidence { get; init; }

    public required string Recommendation { get; init; }

    public required IReadOnlyList<Evidence> Evidence { get; init; }

    /// <summary>No author's citation carried it before the votes.</summary>
    public required bool Unsupported { get; init; }

    /// <summary>All voters who made the class belong to one vendor.</summary>
    public required bool SameFamily { get; init; }

    public required IReadOnlyList<string> Supporters { get; init; }

    public required IReadOnlyList<string> Dissenters { get; init; }

    public required IReadOnlyList<CastVote> Votes { get; init; }

    /// <summary>What each author said in its own words.</summary>
    public required IReadOnlyList<AuthorPosition> Statements { get; init; }

    /// <summary>Why this class.</summary>
    public required string Reason { get; init; }

    /// <summary>What running its cited command showed; null when nothing was to be run.</summary>
    public SettlementResult? Settlement { get; init; }
}
