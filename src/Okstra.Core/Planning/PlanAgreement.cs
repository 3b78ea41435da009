using Okstra.Core.Reports;

namespace Okstra.Core.Planning;

/// <summary>Check 3, names: options, comparison, recommendation, steps and stages speak of the same things.</summary>
internal static class PlanAgreement
{
    public static void Check(PlanSection plan, PlanFlaws flaws)
    {
        var options = plan.Options.Select(option => option.Name).ToHashSet(StringComparer.Ordinal);
        if (plan.Recommended is { } choice && !options.Contains(choice.Option))
        {
            flaws.Add(PlanRule.UnknownOption, PlanPlaces.Recommended, choice.Option);
        }

        foreach (var row in plan.TradeOffs.Where(row => !options.Contains(row.Option)))
        {
            flaws.Add(PlanRule.UnknownOption, PlanPlaces.Matrix, row.Option);
        }

        foreach (var option in plan.Options.Where(option => plan.TradeOffs.All(row => row.Option != option.Name)))
        {
            flaws.Add(PlanRule.OptionNotCompared, PlanPlaces.Matrix, option.Name);
        }

        Twice(plan.Options.Select(option => option.Name), PlanPlaces.Options, flaws);
        Twice(plan.TradeOffs.Select(row => row.Option), PlanPlaces.Matrix, flaws);
        Twice(plan.Steps.Select(step => step.Step), PlanPlaces.Steps, flaws);
        foreach (var row in plan.Dependencies.Where(row => !PlanWords.Kinds.Contains(row.Kind, StringComparer.Ordinal)))
        {
            flaws.Add(PlanRule.UnknownToken, $"4.5.5 {row.Id}", row.Kind, string.Join(", ", PlanWords.Kinds));
        }

        foreach (var check in plan.Checks.Where(check => !PlanWords.Phases.Contains(check.Phase, StringComparer.Ordinal)))
        {
            flaws.Add(PlanRule.UnknownToken, $"{PlanPlaces.Checks} {check.Id}", check.Phase, string.Join(", ", PlanWords.Phases));
        }
    }

    private static void Twice(IEnumerable<string> names, string place, PlanFlaws flaws)
    {
        foreach (var name in names.GroupBy(name => name, StringComparer.Ordinal).Where(group => group.Count() > 1).Select(group => group.Key))
        {
            flaws.Add(PlanRule.NameTwice, place, name);
        }
    }
}
