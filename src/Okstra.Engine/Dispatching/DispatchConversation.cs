using Okstra.Engine.Preparation;
using Okstra.Engine.Prompts;
using Okstra.Engine.Workers;
using Okstra.Processes;

namespace Okstra.Engine.Dispatching;

/// <summary>Asks a worker and, when its answer is malformed, asks once more; a second malformed answer is a contract violation.</summary>
internal sealed class DispatchConversation(
    RunServices services,
    IAgentDriver driver,
    DispatchOrder order,
    TimeSpan budget,
    string dispatchId,
    DispatchRecords records,
    WorkerTree? tree,
    Action<ProcessIdentity> started,
    RunBundle bundle)
{
    public async Task<DispatchResult> RunAsync(CancellationToken cancellationToken)
    {
        var began = services.Time.GetTimestamp();
        var outcome = await AskAsync(order.Prompt, budget, repair: false, cancellationToken);
        if (outcome is not DriverOutcome.Answered answered)
        {
            return new DispatchResult { Outcome = outcome };
        }

        if (WireContract.TryRead(order, answered, out var result, out var problem))
        {
            return result;
        }

        var left = budget - services.Time.GetElapsedTime(began);
        if (left <= TimeSpan.Zero)
        {
            return WireContract.Violation(answered, problem);
        }

        var second = await AskAsync(PromptRenderer.Repair(order.Prompt, problem, answered.Text), left, repair: true, cancellationToken);
        var usage = UsageSums.Add(answered.Usage, second.Usage);
        if (second is not DriverOutcome.Answered again)
        {
            return new DispatchResult { Outcome = second with { Usage = usage } };
        }

        again = again with { Usage = usage };
        return WireContract.TryRead(order, again, out var repaired, out var stillWrong) ? repaired with { Repaired = true } : WireContract.Violation(again, stillWrong);
    }

    private Task<DriverOutcome> AskAsync(string prompt, TimeSpan time, bool repair, CancellationToken cancellationToken)
    {
        var place = Path.Combine(services.Home.RunScratch(bundle.Key, bundle.Type, bundle.Layout.Seq), "support", $"{Path.GetFileNameWithoutExtension(records.LogPath(order))}{(repair ? "-repair" : "")}");
        return driver.RunAsync(
            new DispatchRequest
            {
                Entry = order.Entry,
                Kind = order.Kind,
                Round = order.Round,
                Batch = order.Batch,
                Prompt = prompt,
                Findings = order.Findings,
                TreeDirectory = tree?.Folder ?? bundle.Manifest.ProjectRoot,
                InsideGit = bundle.Manifest.Inputs.BaseCommit is not null,
                SupportDirectory = place,
                LogPath = repair ? records.LogPath(order) + ".repair" : records.LogPath(order),
                SessionId = services.Ids.NewUuid(),
                TimeBudget = time,
                Label = dispatchId,
                Started = started,
            },
            cancellationToken);
    }
}
