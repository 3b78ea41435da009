using Okstra.Core.Problems;
using Okstra.Core.Runs;
using Okstra.Core.Usage.Budgets;

namespace Okstra.Engine.Pipeline;

/// <summary>The run cannot go on without a decision of its user; everything it has is on disk, and <c>okstra resume</c> goes on from there.</summary>
public sealed class RunPausedException(RunStatus status, Problem problem, bool stopsOthers = false) : Exception(problem.Message)
{
    public RunStatus Status => status;

    /// <summary>The budget that is used up; null when it is something else.</summary>
    public BudgetScope? Budget { get; init; }

    public Problem Problem => problem;

    /// <summary>Workers that run are stopped instead of being waited for.</summary>
    public bool StopsOthers => stopsOthers;
}
