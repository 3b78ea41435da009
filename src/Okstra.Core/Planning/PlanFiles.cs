using Okstra.Core.Reports;

namespace Okstra.Core.Planning;

/// <summary>Check 3, paths: they exist or are marked new, and option, steps and stages list the same ones.</summary>
internal static class PlanFiles
{
    public static void Check(PlanSection plan, Func<string, bool>? exists, PlanFlaws flaws)
    {
        List<(string Place, PlanPath File)> named =
        [
            .. plan.Options.SelectMany(option => option.Files.Select(file => (PlanPlaces.Of(option), PlanPath.Parse(file)))),
            .. plan.Steps.SelectMany(step => step.Files.Select(file => (PlanPlaces.Of(step), PlanPath.Parse(file)))),
            .. plan.Stages.SelectMany(stage => stage.Files.Select(file => (PlanPlaces.Of(stage), PlanPath.Parse(file)))),
        ];

        // Marked once is enough: a later step that edits the new file need not say so again.
        var created = named.Where(entry => entry.File.IsNew).Select(entry => entry.File.Path).ToHashSet(StringComparer.Ordinal);
        foreach (var (place, file) in named)
        {
            if (!file.IsFile)
            {
                flaws.Add(PlanRule.NoFilePath, place, file.Path);
            }
            else if (exists is not null && exists(file.Path) != !created.Contains(file.Path))
            {
                flaws.Add(created.Contains(file.Path) ? PlanRule.NotNew : PlanRule.NoSuchFile, place, file.Path);
            }
        }

        Agree(plan, flaws);
    }

    private static void Agree(PlanSection plan, PlanFlaws flaws)
    {
        var touched = plan.Steps.SelectMany(step => Paths(step.Files)).ToHashSet(StringComparer.Ordinal);
        if (plan.Steps.Count > 0 && plan.Options.FirstOrDefault(option => option.Name == plan.Recommended?.Option) is { } chosen)
        {
            var listed = Paths(chosen.Files).ToHashSet(StringComparer.Ordinal);
            foreach (var step in plan.Steps)
            {
                foreach (var file in Paths(step.Files).Where(file => !listed.Contains(file)))
                {
                    flaws.Add(PlanRule.UnlistedFile, PlanPlaces.Of(step), file, chosen.Name);
                }
            }

            foreach (var file in listed.Where(file => !touched.Contains(file)).Order(StringComparer.Ordinal))
            {
                flaws.Add(PlanRule.FileUntouched, PlanPlaces.Of(chosen), file);
            }
        }

        var steps = plan.Steps.GroupBy(step => step.Step, StringComparer.Ordinal).ToDictionary(group => group.Key, group => group.First(), StringComparer.Ordinal);
        foreach (var stage in plan.Stages)
        {
            var own = stage.Steps.Where(steps.ContainsKey).SelectMany(step => Paths(steps[step].Files)).ToHashSet(StringComparer.Ordinal);
            own.SymmetricExceptWith(Paths(stage.Files));
            if (own.Count > 0)
            {
                flaws.Add(PlanRule.StageFilesDiffer, PlanPlaces.Of(stage), string.Join(", ", own.Order(StringComparer.Ordinal)));
            }
        }
    }

    private static IEnumerable<string> Paths(IEnumerable<string> files) => files.Select(file => PlanPath.Parse(file).Path);
}
