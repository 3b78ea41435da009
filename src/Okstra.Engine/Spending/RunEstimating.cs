using Okstra.Core.Tasks;
using Okstra.Core.Usage.Budgets;
using Okstra.Engine.Preparation;
using Okstra.Processes.Agents;
using Okstra.State.Layout;

namespace Okstra.Engine.Spending;

/// <summary>Says what a run may use before anybody is dispatched; writes nothing.</summary>
public sealed class RunEstimating(RunServices services)
{
    /// <exception cref="Core.Problems.UserErrorException">What the run itself would be refused for.</exception>
    public async Task<(RunEstimate Estimate, BudgetSettings Budgets)> EstimateAsync(PrepareRequest request, AvailableWorkers available, CancellationToken cancellationToken)
    {
        var wanted = await new RequestChecks(services).CheckAsync(request, available, cancellationToken);
        var state = StateLayout.Resolve(wanted.ProjectRoot);
        var task = state.Task(wanted.Key);
        var known = services.Documents.TryRead(task.ManifestFile, TasksJson.Default.TaskManifest);
        var budgets = RunBudgets.Of(wanted.Request, known, task.ManifestFile, wanted.Project, state.ProjectFile);
        var charged = wanted.Roster.Entries.Where(entry => !wanted.Roster.Unavailable.ContainsKey(entry.Worker) && (CliVendors.Find(entry.Driver) is not null || entry.Driver == Workers.Scripted.ScriptedDriver.DriverId));
        return (RunEstimate.Of([.. charged], SpendingHistory.Runs(services, state, wanted.Type)), budgets ?? new BudgetSettings());
    }
}
