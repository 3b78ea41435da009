using Okstra.Core.Reports;

namespace Okstra.Core.Planning;

/// <summary>Check 1: the plan has all its parts and serves every ticket.</summary>
internal static class PlanCoverage
{
    public static void Check(PlanSection plan, IReadOnlyList<string> ticketIds, PlanFlaws flaws)
    {
        void Part(bool missing, string place, string key)
        {
            if (missing)
            {
                flaws.Add(PlanRule.PartMissing, place, key);
            }
        }

        Part(plan.Options.Count == 0, PlanPlaces.Options, "options");
        Part(plan.Recommended is null, PlanPlaces.Recommended, "recommended");
        Part(plan.Steps.Count == 0, PlanPlaces.Steps, "steps");
        Part(plan.Stages.Count == 0, PlanPlaces.Steps, "stages");
        Part(plan.Checks.Count == 0, PlanPlaces.Checks, "checks");
        Part(plan.Rollback.Count == 0, PlanPlaces.Rollback, "rollback");
        if (plan.Steps.Count == 0)
        {
            return;
        }

        foreach (var ticket in ticketIds.Where(ticket => !plan.Steps.Any(step => step.TicketIds.Contains(ticket, StringComparer.OrdinalIgnoreCase))))
        {
            flaws.Add(PlanRule.TicketUnserved, PlanPlaces.Steps, ticket);
        }

        foreach (var phase in plan.Checks.Count == 0 ? [] : PlanWords.Phases.Where(phase => !plan.Checks.Any(check => check.Phase == phase)))
        {
            flaws.Add(PlanRule.NoCheckOfPhase, PlanPlaces.Checks, phase);
        }
    }
}
