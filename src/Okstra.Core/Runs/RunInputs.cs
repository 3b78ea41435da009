using Okstra.Core.Text;
using Okstra.Core.Workers;

namespace Okstra.Core.Runs;

/// <summary><c>manifests/run-inputs-&lt;task-type&gt;-&lt;seq&gt;.json</c>: everything preparation was given (R-OPN-21); the first document of a run, so that a killed preparation can be completed.</summary>
public sealed record RunInputs
{
    public int SchemaVersion { get; set; } = 1;

    public required string TaskKey { get; init; }

    public required string TaskType { get; init; }

    public required string Seq { get; init; }

    public required string ProjectRoot { get; init; }

    public required string BriefPath { get; init; }

    public required string BriefText { get; init; }

    public string? Directive { get; init; }

    /// <summary>One worker and the auditors, one round, a short report.</summary>
    [System.Text.Json.Serialization.JsonIgnore(Condition = System.Text.Json.Serialization.JsonIgnoreCondition.WhenWritingDefault)]
    public bool Quick { get; init; }

    /// <summary>As given; null took the profile's roster.</summary>
    public IReadOnlyList<string>? WorkersOverride { get; init; }

    public required IReadOnlyList<RosterEntry> Roster { get; init; }

    public required IReadOnlyDictionary<string, string> Unavailable { get; init; }

    public string? RosterNote { get; init; }

    public required RunModels Models { get; init; }

    public string? WorkCategory { get; init; }

    /// <summary>As given; null took the checkout's HEAD.</summary>
    public string? BaseRef { get; init; }

    public IReadOnlyList<string> RelatedTasks { get; set; } = [];

    public string? ClarificationPath { get; init; }

    public string? ClarificationText { get; init; }

    /// <summary>Section 0 as it was when the run was prepared; null in inputs of versions without a ledger.</summary>
    public IReadOnlyList<Reports.CarryInRow>? CarryIn { get; init; }

    public required ReportLanguage Language { get; init; }

    public required Tasks.ConvergenceSettings Convergence { get; init; }

    /// <summary>Caps of the run, from flags, the task's manifest and the project, in this order; null for none.</summary>
    [System.Text.Json.Serialization.JsonIgnore(Condition = System.Text.Json.Serialization.JsonIgnoreCondition.WhenWritingNull)]
    public Usage.Budgets.BudgetSettings? Budgets { get; init; }

    public required FrozenInputs Frozen { get; init; }

    /// <summary>The task's worktree as it was provisioned; null in inputs of versions that made none.</summary>
    public WorktreeBlock? Worktree { get; init; }

    /// <summary>Of the phases that build on another one's result; null for the analysis phases.</summary>
    public PhaseInputs? Phase { get; init; }

    public required IReadOnlyDictionary<string, string> Sequences { get; init; }

    /// <summary>Arguments that repeat this run (R-CLI-034).</summary>
    public required IReadOnlyList<string> CanonicalArgv { get; init; }
}
