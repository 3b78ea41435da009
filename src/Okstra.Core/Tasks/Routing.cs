namespace Okstra.Core.Tasks;

/// <summary>Which phase may follow which (R-CON-31).</summary>
public static class Routing
{
    /// <summary>The one token that is no phase: the lifecycle is over.</summary>
    public const string Done = "done";

    private static readonly (TaskType Phase, RoutingSituation Situation, string[] Next)[] Matrix =
    [
        (TaskType.RequirementsDiscovery, RoutingSituation.Classified, ["error-analysis", "implementation-planning"]),
        (TaskType.RequirementsDiscovery, RoutingSituation.InputMissing, ["requirements-discovery"]),
        (TaskType.ErrorAnalysis, RoutingSituation.CauseFound, ["implementation-planning"]),
        (TaskType.ErrorAnalysis, RoutingSituation.InputMissing, ["error-analysis"]),
        (TaskType.ImplementationPlanning, RoutingSituation.PlanApproved, ["implementation"]),
        (TaskType.ImplementationPlanning, RoutingSituation.SeveralSubsystems, ["implementation-planning"]),
        (TaskType.Implementation, RoutingSituation.Verified, ["final-verification"]),
        (TaskType.Implementation, RoutingSituation.PlanDrift, ["implementation-planning"]),
        (TaskType.Implementation, RoutingSituation.ScopeDeviation, ["implementation-planning"]),
        (TaskType.Implementation, RoutingSituation.NoRollbackDryRun, ["implementation-planning"]),
        (TaskType.Implementation, RoutingSituation.NoVerifierVerdict, ["error-analysis"]),
        (TaskType.FinalVerification, RoutingSituation.AcceptedWholeTask, ["release-handoff", Done]),
        (TaskType.FinalVerification, RoutingSituation.AcceptedSingleStage, ["release-handoff(stage-group)"]),
        (TaskType.FinalVerification, RoutingSituation.Blockers, ["error-analysis", "implementation-planning"]),
        (TaskType.FinalVerification, RoutingSituation.TargetAmbiguous, ["implementation", "implementation-planning"]),
        (TaskType.FinalVerification, RoutingSituation.MutationDetected, ["implementation"]),
        (TaskType.ReleaseHandoff, RoutingSituation.HandOffOver, [Done]),
        (TaskType.ReleaseHandoff, RoutingSituation.VerdictNotAccepted, ["error-analysis", "implementation-planning"]),
        (TaskType.ReleaseHandoff, RoutingSituation.CitationMissing, ["final-verification"]),
        (TaskType.ReleaseHandoff, RoutingSituation.NoCommits, ["implementation"]),
    ];

    /// <summary>Routing tokens allowed after a run of a phase that ended so, the usual one first; none when it cannot end so.</summary>
    public static IReadOnlyList<string> Allowed(TaskType phase, RoutingSituation situation) =>
        [.. Matrix.Where(row => row.Phase == phase && row.Situation == situation).SelectMany(row => row.Next)];

    /// <summary>Routing tokens allowed after a run of a phase, the usual one first.</summary>
    public static IReadOnlyList<string> AllowedAfter(TaskType phase) =>
        [.. Matrix.Where(row => row.Phase == phase).SelectMany(row => row.Next).Distinct(StringComparer.Ordinal)];

    public static bool IsAllowed(TaskType phase, string? token) => AllowedAfter(phase).Contains(token, StringComparer.Ordinal);

    /// <summary>The phase to recommend after a run: the asked one where the matrix allows it, otherwise what usually follows a completed or a blocked one.</summary>
    public static string Recommend(TaskType phase, bool blocked, string? asked) =>
        IsAllowed(phase, asked) ? asked!
        : blocked ? AfterBlock(phase)
        : AllowedAfter(phase)[0];

    private static string AfterBlock(TaskType phase) => phase switch
    {
        TaskType.Implementation => Allowed(phase, RoutingSituation.NoVerifierVerdict)[0],
        TaskType.FinalVerification => Allowed(phase, RoutingSituation.TargetAmbiguous)[0],
        TaskType.ReleaseHandoff => Allowed(phase, RoutingSituation.VerdictNotAccepted)[0],
        _ => phase.Token(),
    };
}
