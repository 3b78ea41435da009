namespace Okstra.Core.Convergence;

/// <summary>The outcome of folding the rounds that were executed so far; recomputed from documents at any time.</summary>
public sealed record ConvergenceState
{
    public required ConvergenceInput Input { get; init; }

    /// <summary>In the order of the input.</summary>
    public required IReadOnlyList<FindingState> Findings { get; init; }

    public required IReadOnlyList<RoundRecord> RoundHistory { get; init; }

    public required IReadOnlyList<SkippedWorker> SkippedWorkers { get; init; }

    public required IReadOnlyList<RoundViolation> Violations { get; init; }

    /// <summary>The round to run now; null when every finding has its final class.</summary>
    public required int? NextRound { get; init; }

    public string? Round2SkippedReason { get; init; }

    public string? Round3SkippedReason { get; init; }

    public bool Finished => NextRound is null;

    /// <summary>Findings without a class, in the order of the input.</summary>
    public IReadOnlyList<FindingState> Queue => [.. Findings.Where(finding => finding.Classification is null)];
}
