namespace Okstra.Core.Tasks;

/// <summary>Which phase may follow which (R-CON-31).</summary>
public static class Routing
{
    /// <summary>Routing tokens allowed after a run of a phase, the usual one first.</summary>
    public static IReadOnlyList<string> AllowedAfter(TaskType phase) => phase switch
    {
        TaskType.RequirementsDiscovery => ["error-analysis", "implementation-planning", "requirements-discovery"],
        TaskType.ErrorAnalysis => ["implementation-planning", "error-analysis"],
        TaskType.ImplementationPlanning => ["implementation", "implementation-planning"],
        TaskType.Implementation => ["final-verification", "implementation-planning", "error-analysis"],
        TaskType.FinalVerification => ["release-handoff", "done", "release-handoff(stage-group)", "error-analysis", "implementation-planning", "implementation"],
        TaskType.ReleaseHandoff => ["done", "error-analysis", "implementation-planning", "final-verification", "implementation"],
        _ => throw new ArgumentOutOfRangeException(nameof(phase), phase, "not a task type"),
    };

    public static bool IsAllowed(TaskType phase, string? token) => AllowedAfter(phase).Contains(token, StringComparer.Ordinal);

    /// <summary>The phase to recommend after a run: the asked one where the matrix allows it, the same phase again after a block, the usual one otherwise.</summary>
    public static string Recommend(TaskType phase, bool blocked, string? asked)
    {
        if (IsAllowed(phase, asked))
        {
            return asked!;
        }

        return blocked && phase.IsAnalysis() ? phase.Token() : AllowedAfter(phase)[0];
    }
}
