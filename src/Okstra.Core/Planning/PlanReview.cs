using Okstra.Core.Reports;

namespace Okstra.Core.Planning;

/// <summary>The self-review of a plan as code: five checks, in their order (R-PHS-035, R-PHS-036). Pure.</summary>
public static class PlanReview
{
    public static IReadOnlyList<PlanFlaw> Of(PlanSection plan, PlanReviewFacts facts)
    {
        ArgumentNullException.ThrowIfNull(plan);
        ArgumentNullException.ThrowIfNull(facts);
        var flaws = new PlanFlaws(facts.Texts);
        PlanCoverage.Check(plan, facts.TicketIds, flaws);
        PlanGaps.Check(plan, flaws);
        PlanAgreement.Check(plan, flaws);
        PlanFiles.Check(plan, facts.Exists, flaws);
        PlanStageOrder.Check(plan, flaws);
        PlanWording.Check(plan, flaws);
        PlanScope.Check(plan, flaws);
        return flaws.All;
    }

    /// <summary>Every path a plan names, without its mark; what the caller has to look up.</summary>
    public static IReadOnlySet<string> PathsOf(PlanSection plan) =>
        plan.Options.SelectMany(option => option.Files).Concat(plan.Steps.SelectMany(step => step.Files)).Concat(plan.Stages.SelectMany(stage => stage.Files))
            .Select(text => PlanPath.Parse(text).Path)
            .ToHashSet(StringComparer.Ordinal);
}
