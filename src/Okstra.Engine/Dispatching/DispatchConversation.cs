using Okstra.Engine.Preparation;
using Okstra.Engine.Prompts;
using Okstra.Engine.Workers;

namespace Okstra.Engine.Dispatching;

/// <summary>Asks a worker and, when its answer is malformed, asks once more; a second malformed answer is a contract violation.</summary>
internal sealed class DispatchConversation(RunServices services, RunBundle bundle, DispatchCall call)
{
    public async Task<DispatchResult> RunAsync(CancellationToken cancellationToken)
    {
        var order = call.Order;
        var began = services.Time.GetTimestamp();
        var outcome = await AskAsync(order.Prompt, call.Budget, repair: false, cancellationToken);
        if (outcome is not DriverOutcome.Answered answered)
        {
            return new DispatchResult { Outcome = outcome };
        }

        if (WireContract.TryRead(order, answered, out var result, out var problem))
        {
            return result;
        }

        var left = call.Budget - services.Time.GetElapsedTime(began);
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
        var place = Path.Combine(services.Home.RunScratch(bundle.Key, bundle.Type, bundle.Layout.Seq, bundle.Layout.Stage), "support", $"{Path.GetFileNameWithoutExtension(call.LogPath)}{(repair ? "-repair" : "")}");
        return call.Driver.RunAsync(
            new DispatchRequest
            {
                Entry = call.Order.Entry,
                Kind = call.Order.Kind,
                Round = call.Order.Round,
                Batch = call.Order.Batch,
                Prompt = prompt,
                Findings = call.Order.Findings,
                Grouping = call.Order.Grouping,
                TreeDirectory = call.Tree?.Folder ?? bundle.Manifest.ProjectRoot,
                InsideGit = bundle.Manifest.Inputs.BaseCommit is not null,
                SupportDirectory = place,
                LogPath = repair ? call.LogPath + ".repair" : call.LogPath,
                SessionId = services.Ids.NewUuid(),
                TimeBudget = time,
                Label = call.Id,
                Started = call.Started,
            },
            cancellationToken);
    }
}
