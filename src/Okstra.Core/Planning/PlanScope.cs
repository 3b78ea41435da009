using System.Globalization;
using Okstra.Core.Reports;

namespace Okstra.Core.Planning;

/// <summary>Check 5: stages that share neither a part of the tree nor a dependency are separate plans.</summary>
internal static class PlanScope
{
    private const int SubsystemDepth = 2;

    public static void Check(PlanSection plan, PlanFlaws flaws)
    {
        var groups = Groups(plan);
        if (groups.Count > 1)
        {
            var named = groups.Select(group => string.Join("+", group.Select(stage => stage.ToString(CultureInfo.InvariantCulture))));
            flaws.Add(PlanRule.Independent, $"{PlanPlaces.Steps} stages", groups.Count, string.Join(" | ", named));
        }
    }

    private static List<List<int>> Groups(PlanSection plan)
    {
        var groups = new List<(List<int> Stages, HashSet<string> Marks)>();
        foreach (var stage in plan.Stages)
        {
            var marks = Marks(stage);
            var joined = groups.Where(group => group.Marks.Overlaps(marks)).ToList();
            groups.RemoveAll(joined.Contains);
            marks.UnionWith(joined.SelectMany(group => group.Marks));
            groups.Add(([.. joined.SelectMany(group => group.Stages), stage.Stage], marks));
        }

        return [.. groups.Select(group => group.Stages)];
    }

    private static HashSet<string> Marks(PlanStage stage) =>
    [
        $"stage {stage.Stage}",
        .. stage.DependsOn.Select(number => $"stage {number}"),
        .. stage.Files.Select(file => PlanPath.Parse(file).Path.Split('/')).Select(parts => $"tree {string.Join('/', parts.Take(Math.Min(SubsystemDepth, parts.Length - 1)))}"),
    ];
}
