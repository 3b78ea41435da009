namespace Okstra.Core.Tasks;

/// <summary>How a run of a phase can end, as far as it decides what may come next (R-CON-31).</summary>
public enum RoutingSituation
{
    /// <summary>Discovery knows what kind of work it is.</summary>
    Classified,

    /// <summary>Something that blocks discovery or error analysis is missing.</summary>
    InputMissing,

    CauseFound,

    /// <summary>The user approved the plan.</summary>
    PlanApproved,

    /// <summary>The plan spans independent subsystems.</summary>
    SeveralSubsystems,

    /// <summary>Verifiers have judged the implementation.</summary>
    Verified,

    /// <summary>The code changed since the plan was made.</summary>
    PlanDrift,

    ScopeDeviation,

    /// <summary>Persisted state changes and nothing can try the way back.</summary>
    NoRollbackDryRun,

    /// <summary>Blocked: no verifier delivered.</summary>
    NoVerifierVerdict,

    AcceptedWholeTask,

    AcceptedSingleStage,

    /// <summary>The verification found acceptance blockers.</summary>
    Blockers,

    /// <summary>Blocked: what is to be verified is not clear.</summary>
    TargetAmbiguous,

    /// <summary>A verification changed something.</summary>
    MutationDetected,

    /// <summary>The hand-off was made, skipped or cancelled.</summary>
    HandOffOver,

    /// <summary>Blocked: the verdict is not <c>accepted</c>.</summary>
    VerdictNotAccepted,

    /// <summary>No verification is cited.</summary>
    CitationMissing,

    /// <summary>Blocked: there is nothing to hand off.</summary>
    NoCommits,
}
