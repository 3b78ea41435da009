using System.Text.Json.Serialization;
using Okstra.Core.Planning;

namespace Okstra.Core.Reports;

/// <summary>Section 4.5 of a planning report; empty lists render as empty-state lines.</summary>
public sealed record PlanSection
{
    /// <summary>Worker whose proposal this is, or the report writer that merged several; null when none proposed a plan.</summary>
    public required string? ProposedBy { get; init; }

    public required IReadOnlyList<PlanOption> Options { get; init; }

    public required IReadOnlyList<PlanTradeOff> TradeOffs { get; init; }

    public required PlanRecommendation? Recommended { get; init; }

    public required IReadOnlyList<PlanStep> Steps { get; init; }

    public required IReadOnlyList<PlanDependency> Dependencies { get; init; }

    public required IReadOnlyList<PlanCheck> Checks { get; init; }

    public required IReadOnlyList<PlanRollback> Rollback { get; init; }

    public required IReadOnlyList<PlanOpenQuestion> OpenQuestions { get; init; }

    /// <summary>Numbered slices of the plan (R-OPN-77).</summary>
    public required IReadOnlyList<PlanStage> Stages { get; init; }

    /// <summary>Every proposal of the run and how it fared; empty in reports of older runs.</summary>
    public IReadOnlyList<PlanProposal> Proposals { get; set; } = [];

    /// <summary>What the self-review found (R-PHS-036); empty also in reports of older runs.</summary>
    public IReadOnlyList<PlanFlaw> Review { get; set; } = [];

    /// <summary>Whether the plan-side notes below 4.5.8 are shown.</summary>
    [JsonIgnore]
    public bool HasNotes => Proposals.Count > 0 || Review.Count > 0;
}
