using Okstra.Core.Workers;

namespace Okstra.Core.Convergence;

/// <summary>When a report must say that fewer eyes looked than the roster promised (R-REP-09, R-WRK-43).</summary>
public static class ReducedConfidence
{
    private const string BuiltIn = "okstra";

    /// <summary>Fewer than two usable analysts, or one that was to analyse failed. A built-in auditor whose lens had nothing to look at promised nothing.</summary>
    public static bool Holds(ConvergenceDocument convergence, IEnumerable<DispatchDocument> analyses) =>
        convergence.Voters.Count(voter => voter.CountsInV) < 2
        || analyses.Any(analysis => !analysis.Usable && !(analysis is { Status: WorkerStatus.NotRun, Vendor: BuiltIn }));
}
