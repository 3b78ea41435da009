namespace Okstra.Core.Convergence;

/// <summary><c>state/convergence-&lt;task-type&gt;-&lt;seq&gt;.json</c>: the only source for classes, counts and round history (R-CVG-25, R-CVG-41).</summary>
public sealed record ConvergenceDocument
{
    public int SchemaVersion { get; init; } = 1;

    public required string TaskKey { get; init; }

    public required string TaskType { get; init; }

    public required string Seq { get; init; }

    /// <summary>Relative path → SHA-256 of every document this one was computed from.</summary>
    public required IReadOnlyDictionary<string, string> Inputs { get; init; }

    public required ConvergenceConfig Config { get; init; }

    /// <summary>How the findings were grouped; null in documents of older runs.</summary>
    public GroupingOutcome? Grouping { get; init; }

    /// <summary>Usable analysis workers (V) and extra voters, with their vendors.</summary>
    public required IReadOnlyList<Voter> Voters { get; init; }

    public required IReadOnlyList<ConvergedFinding> Findings { get; init; }

    public required IReadOnlyList<RoundRecord> RoundHistory { get; init; }

    /// <summary><c>max-rounds-reached</c>, <c>queue-empty</c>, <c>no-completed-reverify</c>, or null when round 2 ran.</summary>
    public required string? Round2SkippedReason { get; init; }

    public string? Round3SkippedReason { get; init; }

    public required IReadOnlyList<SkippedWorker> SkippedWorkers { get; init; }

    /// <summary>Votes for findings that were not asked, missing and contradicting votes.</summary>
    public IReadOnlyList<RoundViolation> Violations { get; init; } = [];

    /// <summary>The four classes and <c>withdrawn</c>, always present, summing to the number of findings.</summary>
    public required IReadOnlyDictionary<string, int> FinalClassificationCounts { get; init; }

    /// <summary>Fewer than two usable analysis workers.</summary>
    public required bool ReducedConfidence { get; init; }
}
