using Okstra.Core.Convergence;
using Okstra.Core.Reports;
using Okstra.Core.Validation;
using Okstra.Core.Workers;
using Okstra.Engine.Preparation;

namespace Okstra.Engine.Pipeline;

/// <summary>What a run left behind, read from its documents.</summary>
public sealed record RunOutcome
{
    public required RunBundle Bundle { get; init; }

    /// <summary>Round 0, in roster order.</summary>
    public required IReadOnlyList<DispatchDocument> Analyses { get; init; }

    /// <summary>Null when no worker was usable.</summary>
    public required ConvergenceDocument? Convergence { get; init; }

    public required ReportDocument? Report { get; init; }

    public required ValidationDocument? Validation { get; init; }

    /// <summary>Set when the run waits for a decision of its user.</summary>
    public RunPausedException? Paused { get; init; }
}
