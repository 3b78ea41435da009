using Okstra.Core.Planning;
using Okstra.Core.Reports;
using Okstra.Core.Text;

namespace Okstra.Core.Validation;

/// <summary>The plan's self-review is the one its rules give, and what it found is told (R-PHS-035, R-PHS-036).</summary>
internal static class PlanRules
{
    // These take the repository or the brief, which are not read here.
    private static readonly string[] Elsewhere = [PlanRule.TicketUnserved.Id, PlanRule.NoSuchFile.Id, PlanRule.NotNew.Id];

    public static void Check(ReportDocument report, Action<Rule, string, string> fail)
    {
        if (report.Plan is not { } plan)
        {
            return;
        }

        var tickets = report.TicketCoverage.Select(row => row.TicketId).ToList();
        var found = Here(PlanReview.Of(plan, new PlanReviewFacts(tickets, Exists: null, ReportTexts.In(report.Language))));
        var said = Here(plan.Review);
        foreach (var flaw in WasProposed(plan) ? found.Except(said) : [])
        {
            fail(Rules.PlanReviewed, $"the self-review does not tell {flaw.Rule} {flaw.Place}: {flaw.Message}", "/plan/review");
        }

        foreach (var flaw in said.Except(found))
        {
            fail(Rules.PlanReviewed, $"the self-review tells {flaw.Rule} {flaw.Place}, which the plan does not have", $"/plan/review/{plan.Review.ToList().IndexOf(flaw)}");
        }

        foreach (var flaw in found.Union(plan.Review).Where(flaw => flaw.Blocking))
        {
            fail(Rules.PlanSound, $"{flaw.Rule} {flaw.Place}: {flaw.Message}", Pointer(plan, flaw));
        }
    }

    // Where no worker proposed a plan there was none to review; that it lacks everything is told all the same.
    private static bool WasProposed(PlanSection plan) => plan.ProposedBy is not null || plan.HasNotes || plan.Options.Count > 0 || plan.Steps.Count > 0 || plan.Stages.Count > 0 || plan.Checks.Count > 0;

    private static List<PlanFlaw> Here(IReadOnlyList<PlanFlaw> flaws) => [.. flaws.Where(flaw => !Elsewhere.Contains(flaw.Rule, StringComparer.Ordinal))];

    // The row a flaw is about, where its place names one: "4.5.4 stage 2", "4.5.6 V-001".
    private static string Pointer(PlanSection plan, PlanFlaw flaw)
    {
        string? Row<T>(IReadOnlyList<T> rows, string member, Func<T, string> place)
        {
            var index = rows.TakeWhile(row => place(row) != flaw.Place).Count();
            return index < rows.Count ? $"/plan/{member}/{index}" : null;
        }

        return Row(plan.Steps, "steps", PlanPlaces.Of)
            ?? Row(plan.Stages, "stages", PlanPlaces.Of)
            ?? Row(plan.Options, "options", PlanPlaces.Of)
            ?? Row(plan.TradeOffs, "tradeOffs", PlanPlaces.Of)
            ?? Row(plan.Checks, "checks", row => $"{PlanPlaces.Checks} {row.Id}")
            ?? Row(plan.OpenQuestions, "openQuestions", row => $"4.5.9 {row.Id}")
            ?? Row(plan.Dependencies, "dependencies", row => $"4.5.5 {row.Id}")
            ?? flaw.Place.Split(' ')[0] switch
            {
                PlanPlaces.Options => "/plan/options",
                PlanPlaces.Matrix => "/plan/tradeOffs",
                PlanPlaces.Recommended => "/plan/recommended",
                PlanPlaces.Steps => "/plan/steps",
                PlanPlaces.Checks => "/plan/checks",
                PlanPlaces.Rollback => "/plan/rollback",
                _ => "/plan",
            };
    }
}
