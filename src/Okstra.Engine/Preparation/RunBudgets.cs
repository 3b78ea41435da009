using Okstra.Core.Problems;
using Okstra.Core.Projects;
using Okstra.Core.Tasks;
using Okstra.Core.Usage.Budgets;

namespace Okstra.Engine.Preparation;

/// <summary>The caps of a run: what the command line says, else the task's manifest, else the project; each number by itself.</summary>
internal static class RunBudgets
{
    /// <exception cref="UserErrorException">A budget that is none.</exception>
    public static BudgetSettings? Of(PrepareRequest request, TaskManifest? task, string taskFile, ProjectDocument project, string projectFile)
    {
        var settings = Parse(request.Budgets).Aggregate(new BudgetSettings(), (sum, change) => change.ApplyTo(sum, BudgetScope.Run))
            .Over(Sound(task?.Budgets, taskFile))
            .Over(Sound(project.Budgets, projectFile));
        return settings == new BudgetSettings() ? null : settings;
    }

    /// <exception cref="UserErrorException">One of them is no budget.</exception>
    public static IReadOnlyList<BudgetChange> Parse(IReadOnlyList<string> texts) =>
        [.. texts.Select(text => BudgetChange.TryParse(text, mayAdd: false, out var change, out var problem) ? change : throw new UserErrorException(problem))];

    private static BudgetSettings? Sound(BudgetSettings? settings, string file) =>
        settings?.Fault(file) is { } fault ? throw new UserErrorException(fault) : settings;
}
