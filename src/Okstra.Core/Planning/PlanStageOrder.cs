using System.Globalization;
using Okstra.Core.Reports;

namespace Okstra.Core.Planning;

/// <summary>Check 3, stages: each step is in exactly one, and they can be worked on in some order.</summary>
internal static class PlanStageOrder
{
    public static void Check(PlanSection plan, PlanFlaws flaws)
    {
        if (plan.Stages.Count == 0)
        {
            return;
        }

        var steps = plan.Steps.Select(step => step.Step).ToHashSet(StringComparer.Ordinal);
        foreach (var stage in plan.Stages)
        {
            foreach (var step in stage.Steps.Where(step => !steps.Contains(step)))
            {
                flaws.Add(PlanRule.UnknownStep, PlanPlaces.Of(stage), step);
            }
        }

        foreach (var step in plan.Steps)
        {
            var holders = plan.Stages.Count(stage => stage.Steps.Contains(step.Step, StringComparer.Ordinal));
            if (holders != 1)
            {
                flaws.Add(PlanRule.StepOutsideStages, PlanPlaces.Of(step), holders);
            }
        }

        foreach (var stage in plan.Stages.Where(stage => Unordered(plan).Contains(stage.Stage)))
        {
            flaws.Add(PlanRule.StageOrder, PlanPlaces.Of(stage), string.Join(", ", stage.DependsOn.Select(number => number.ToString(CultureInfo.InvariantCulture))));
        }
    }

    /// <summary>Stages nobody could ever begin: they wait for themselves, for one another, or for one the plan does not have.</summary>
    private static HashSet<int> Unordered(PlanSection plan)
    {
        var waiting = plan.Stages.Select(stage => stage.Stage).ToHashSet();
        var done = new HashSet<int>();
        while (plan.Stages.FirstOrDefault(stage => waiting.Contains(stage.Stage) && stage.DependsOn.All(done.Contains)) is { } ready)
        {
            waiting.Remove(ready.Stage);
            done.Add(ready.Stage);
        }

        return waiting;
    }
}
