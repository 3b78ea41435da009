using Okstra.Core.Usage;
using Okstra.Core.Workers;
using Okstra.Engine.Limits;
using Okstra.Engine.Preparation;
using Okstra.Engine.Prompts;
using Okstra.Engine.Workers;

namespace Okstra.Engine.Dispatching;

/// <summary>Asks a worker and, when its answer is malformed, asks once more; a second malformed answer is a contract violation.</summary>
internal sealed class DispatchConversation(RunServices services, RunBundle bundle, LimitedCalls calls, DispatchCall call)
{
    // Once rerouted, the repair goes to whoever answered.
    private RosterEntry _route = call.Order.Entry;
    private Rerouting? _rerouted;

    public async Task<DispatchResult> RunAsync(CancellationToken cancellationToken)
    {
        var order = call.Order;
        var began = services.Time.GetTimestamp();
        var first = await AskAsync(order.Prompt, call.Budget, repair: false, [], cancellationToken);
        if (first.Outcome is not DriverOutcome.Answered answered)
        {
            return Routed(new DispatchResult { Outcome = first.Outcome });
        }

        if (WireContract.TryRead(order, answered, out var result, out var problem))
        {
            return Routed(result);
        }

        // Time spent waiting for a limit is not the worker's.
        var left = call.Budget - (services.Time.GetElapsedTime(began) - first.Waited);
        if (left <= TimeSpan.Zero)
        {
            return Routed(WireContract.Violation(answered, problem));
        }

        var second = await AskAsync(PromptRenderer.Repair(order.Prompt, problem, answered.Text), left, repair: true, answered.Models, cancellationToken);
        if (second.Outcome is not DriverOutcome.Answered again)
        {
            return Routed(new DispatchResult { Outcome = second.Outcome });
        }

        return Routed(WireContract.TryRead(order, again, out var repaired, out var stillWrong) ? repaired with { Repaired = true } : WireContract.Violation(again, stillWrong));
    }

    private DispatchResult Routed(DispatchResult result) => result with { CarriedOutBy = _route, Rerouted = _rerouted };

    private async Task<LimitedCall> AskAsync(string prompt, TimeSpan time, bool repair, IReadOnlyList<ModelUsage> earlier, CancellationToken cancellationToken)
    {
        var place = Path.Combine(services.Home.RunScratch(bundle.Key, bundle.Type, bundle.Layout.Seq, bundle.Layout.Stage), "support", $"{Path.GetFileNameWithoutExtension(call.LogPath)}{(repair ? "-repair" : "")}");
        var ended = await calls.AskAsync(
            _route,
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
                Started = static _ => { },
            },
            call.Started,
            (route, left, goesOn) => call.Paid(route, goesOn ? left : new LimitedCall(left, route, TimeSpan.Zero).After(earlier).Outcome, goesOn),
            cancellationToken);
        (_route, _rerouted) = (ended.CarriedOutBy, ended.Rerouted ?? _rerouted);
        return ended.After(earlier);
    }
}
