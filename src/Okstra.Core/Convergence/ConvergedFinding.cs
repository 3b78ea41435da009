namespace Okstra.Core.Convergence;

/// <summary>A finding with everything that was said about it and the class that followed (R-CVG-41).</summary>
public sealed record ConvergedFinding
{
    public required ClusteredFinding Finding { get; init; }

    public required FindingClass Classification { get; init; }

    /// <summary>Round after which the class was confirmed; null for contested findings and for those settled at the end.</summary>
    public required int? ConfirmedInRound { get; init; }

    public required IReadOnlyList<CastVote> Votes { get; init; }

    /// <summary>Supporters at the end (S).</summary>
    public required IReadOnlyList<string> Supporters { get; init; }

    /// <summary>Vetoes that stand at the end (D).</summary>
    public required IReadOnlyList<string> Dissenters { get; init; }

    /// <summary>All voters who made the class belong to one vendor.</summary>
    public required bool SameFamily { get; init; }

    /// <summary>Why this class, in one sentence.</summary>
    public required string Reason { get; init; }

    /// <summary>What running its cited command showed; null when nothing was to be run.</summary>
    public SettlementResult? Settlement { get; init; }
}
