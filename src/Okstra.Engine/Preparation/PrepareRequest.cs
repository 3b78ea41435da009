using Okstra.Core.Tasks;
using Okstra.Core.Text;

namespace Okstra.Engine.Preparation;

/// <summary>What <c>run</c> and <c>render-bundle</c> were asked for, before anything is checked; paths may be relative to the current folder (R-OPN-33).</summary>
public sealed record PrepareRequest
{
    public required string? TaskType { get; init; }

    public string? BriefPath { get; init; }

    /// <summary>Null: the registered project around the current folder, else the repository, else the folder itself.</summary>
    public string? ProjectRoot { get; init; }

    public string? ProjectId { get; init; }

    public string? TaskKey { get; init; }

    public string? TaskGroup { get; init; }

    public string? TaskId { get; init; }

    public string? Directive { get; init; }

    /// <summary>Comma list that replaces the profile's roster; null keeps it, blank is an empty roster (R-CLI-029).</summary>
    public string? Workers { get; init; }

    /// <summary>Model by <c>lead</c>, <c>report-writer</c> or a worker id; <c>default</c> and blank keep the default (R-CLI-021, R-CLI-022).</summary>
    public IReadOnlyDictionary<string, string> Models { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);

    public string? WorkCategory { get; init; }

    public string? BaseRef { get; init; }

    /// <summary>Comma list of task keys.</summary>
    public string? RelatedTasks { get; init; }

    public string? ClarificationResponse { get; init; }

    public string? ApprovedPlan { get; init; }

    public bool Approve { get; init; }

    /// <summary>Provider that executes the plan; null takes the default (R-CLI-020).</summary>
    public string? Executor { get; init; }

    /// <summary><c>auto</c> or a number; a list of numbers for a partial hand-off.</summary>
    public string? Stage { get; init; }

    /// <summary>Reports the run builds on, beside those the brief cites.</summary>
    public IReadOnlyList<string> SourceReports { get; init; } = [];

    public string? VerificationScope { get; init; }

    public string? PrTemplatePath { get; init; }

    /// <summary>As given: <c>&lt;stageKey&gt;:&lt;reason&gt;</c>.</summary>
    public IReadOnlyList<string> QaWaivers { get; init; } = [];

    /// <summary>One worker and the auditors, one round, a short report (R-PHS-119).</summary>
    public bool Quick { get; init; }

    /// <summary>The bundle is all that is wanted; a session takes over as lead.</summary>
    public bool RenderOnly { get; init; }

    /// <summary>Overrides the project's language for this run.</summary>
    public ReportLanguage? Language { get; init; }

    /// <summary>Overrides the task manifest; null keeps it.</summary>
    public bool? ConvergenceEnabled { get; init; }

    public int? MaxRounds { get; init; }

    public string? VerificationMode { get; init; }

    public string? Policy { get; init; }

    public string? Grouping { get; init; }

    /// <summary>Each <c>--budget</c>, as given.</summary>
    public IReadOnlyList<string> Budgets { get; init; } = [];

    /// <summary>What this request asks of convergence on top of what the task manifest asks.</summary>
    public ConvergenceSettings ConvergenceOver(ConvergenceSettings stored) => stored with
    {
        Enabled = ConvergenceEnabled ?? stored.Enabled,
        MaxRounds = MaxRounds ?? stored.MaxRounds,
        VerificationMode = VerificationMode ?? stored.VerificationMode,
        Policy = Policy ?? stored.Policy,
        Grouping = Grouping ?? stored.Grouping,
    };
}
