using Okstra.Core.Phases;

namespace Okstra.Core.Runs;

/// <summary>What a run of implementation, final verification or release hand-off was given beyond a brief; everything is resolved and checked.</summary>
/// <remarks>A member with a default has a setter: generated readers overwrite the default of an init-only member that is absent.</remarks>
public sealed record PhaseInputs
{
    /// <summary>Provider of the executor; implementation only.</summary>
    public string? Executor { get; init; }

    /// <summary>Absolute; implementation only.</summary>
    public string? ApprovedPlan { get; init; }

    /// <summary>Stage that is carried out or, alone, verified.</summary>
    public int? Stage { get; init; }

    /// <summary>Other stages runs of this task are busy with, ascending (R-WT-48).</summary>
    public IReadOnlyList<int> ConcurrentStages { get; set; } = [];

    /// <summary>Absolute; the reports this run builds on.</summary>
    public IReadOnlyList<string> SourceReports { get; set; } = [];

    /// <summary><c>whole-task</c> or <c>single-stage</c>; of the verification, or of the one that is handed off.</summary>
    public string? VerificationScope { get; init; }

    /// <summary>Stages of a partial hand-off; empty for a whole task.</summary>
    public IReadOnlyList<int> HandOffStages { get; set; } = [];

    /// <summary>Absolute; null takes the built-in sections.</summary>
    public string? PrTemplatePath { get; init; }

    public IReadOnlyList<QaWaiver> QaWaivers { get; set; } = [];
}
