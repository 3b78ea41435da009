using Okstra.Core.Problems;
using Okstra.Core.Text;
using Okstra.Core.Worktrees;

namespace Okstra.Core.Stages;

/// <summary>The stages of a plan and what each is built on; numbers are unique, dependencies known, and there is no cycle.</summary>
public sealed class StagePlan
{
    private const int LongestTitle = 200;
    private const string Advice = "correct the stage map of the plan and approve it again";

    private StagePlan(string taskKey, IReadOnlyList<PlannedStage> stages) => (TaskKey, Stages) = (taskKey, stages);

    /// <summary>As the data document names it; empty when it names none.</summary>
    public string TaskKey { get; }

    /// <summary>By number.</summary>
    public IReadOnlyList<PlannedStage> Stages { get; }

    // { "taskKey": "shop:g:t-1", "taskType": "implementation-planning", "plan": { "stages": [ { "stage": 2, "title": "Sum up", "dependsOn": [1] } ] } }
    /// <exception cref="UserErrorException">It is no planning report, has no stages, or they contradict one another.</exception>
    public static StagePlan Of(StagePlanDocument document, string source)
    {
        RequirePlanning(document.TaskType, source);

        var parts = document.Plan?.Stages ?? [];
        if (parts.Count == 0)
        {
            throw new UserErrorException("OKS0680", $"the plan '{source}' has no stages", "plan again with okstra run --task-type implementation-planning; a plan needs at least one stage");
        }

        var stages = parts.Select(part => Stage(part ?? new StagePlanDocument.StagePart(), source)).ToList();
        RefuseUnknown(stages, source);
        RefuseCycle(stages, source);
        return new StagePlan(document.TaskKey ?? "", [.. stages.OrderBy(stage => stage.Number)]);
    }

    public PlannedStage? Find(int number) => Stages.FirstOrDefault(stage => stage.Number == number);

    /// <summary>Stages so that each follows what it is built on; where that leaves a choice, the smaller number first.</summary>
    public IReadOnlyList<int> Ordered() => Sorted(Stages);

    /// <summary>The given ones of the plan's stages, in the same order.</summary>
    public IReadOnlyList<int> Ordered(IEnumerable<int> numbers)
    {
        var wanted = numbers.ToHashSet();
        return [.. Ordered().Where(wanted.Contains)];
    }

    /// <exception cref="UserErrorException">It is a report of another phase.</exception>
    public static void RequirePlanning(string? taskType, string source)
    {
        if (taskType != "implementation-planning")
        {
            throw new UserErrorException("OKS0688", $"'{source}' is a report of '{SafeText.OneLine(taskType ?? "", LongestTitle)}'; only implementation-planning reports hold a plan", "name the final report of the planning run");
        }
    }

    private static PlannedStage Stage(StagePlanDocument.StagePart part, string source) => part.Stage is >= 1 and <= StageGroups.HighestStage
        ? new PlannedStage(part.Stage, SafeText.OneLine(part.Title ?? "", LongestTitle), [.. (part.DependsOn ?? []).Distinct().Order()])
        : throw new UserErrorException("OKS0685", $"the plan '{source}' has a stage numbered {part.Stage}; stages are numbered from 1 to {StageGroups.HighestStage}", Advice);

    private static void RefuseUnknown(List<PlannedStage> stages, string source)
    {
        var numbers = new HashSet<int>();
        if (stages.FirstOrDefault(stage => !numbers.Add(stage.Number)) is { } twice)
        {
            throw new UserErrorException("OKS0681", $"the plan '{source}' has two stages numbered {twice.Number}", Advice);
        }

        foreach (var stage in stages)
        {
            if (stage.DependsOn.Contains(stage.Number))
            {
                throw new UserErrorException("OKS0683", $"stage {stage.Number} of the plan '{source}' depends on itself", Advice);
            }

            if (stage.DependsOn.Where(number => !numbers.Contains(number)).ToList() is [var unknown, ..])
            {
                throw new UserErrorException("OKS0682", $"stage {stage.Number} of the plan '{source}' depends on stage {unknown}, which the plan does not have; it has {string.Join(", ", numbers.Order())}", Advice);
            }
        }
    }

    private static void RefuseCycle(List<PlannedStage> stages, string source)
    {
        var sorted = Sorted(stages).ToHashSet();
        var stuck = stages.Where(stage => !sorted.Contains(stage.Number)).ToDictionary(stage => stage.Number);
        if (stuck.Count == 0)
        {
            return;
        }

        // Whoever is left waits for somebody who is left too, so following that always leads into a cycle.
        var path = new List<int>();
        for (var at = stuck.Keys.Min(); !path.Contains(at); at = stuck[at].DependsOn.First(stuck.ContainsKey))
        {
            path.Add(at);
        }

        var first = stuck[path[^1]].DependsOn.First(stuck.ContainsKey);
        var cycle = path[path.IndexOf(first)..];
        throw new UserErrorException("OKS0684", $"stages of the plan '{source}' wait for one another: {string.Join(" → ", cycle.Append(first))}", Advice);
    }

    private static IReadOnlyList<int> Sorted(IReadOnlyList<PlannedStage> stages)
    {
        var waiting = new SortedDictionary<int, PlannedStage>(stages.ToDictionary(stage => stage.Number));
        var sorted = new List<int>();
        while (waiting.Values.FirstOrDefault(stage => !stage.DependsOn.Any(waiting.ContainsKey)) is { } next)
        {
            waiting.Remove(next.Number);
            sorted.Add(next.Number);
        }

        return sorted;
    }
}
