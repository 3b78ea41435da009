using Okstra.Assets;
using Okstra.Core.Limits;
using Okstra.Core.Problems;
using Okstra.Core.Runs;
using Okstra.Core.Workers;
using Okstra.Engine.Pipeline;
using Okstra.Engine.Preparation;
using Okstra.Engine.Spending;
using Okstra.Engine.Workers;
using Okstra.State.Runs;

namespace Okstra.Engine.Limits;

/// <summary>
/// Asks workers under the limits of their vendors. A limit is the account's, not the worker's fault: the run waits for its end and goes on in the same session, gives
/// the role to another vendor, or goes on without it, as its user chose. At most so many calls of one CLI run at once on the machine.
/// </summary>
internal sealed class LimitedCalls(RunServices services, RunBundle bundle, DriverCatalog drivers, Journal journal, IRunObserver observer, LimitOptions options)
{
    // A computer that slept must not sleep on.
    private static readonly TimeSpan LongestNap = TimeSpan.FromSeconds(20);

    private readonly AccountLimits _limits = new(services);
    private readonly VendorSlots _slots = new(services);

    /// <param name="route">Who is asked first.</param>
    /// <param name="request">What; its entry follows the route.</param>
    /// <param name="started">Told of each supervisor and who runs under it.</param>
    /// <param name="paid">Told of what a vendor used that is left, so that it can be charged: true when another one goes on, false when the run pauses.</param>
    /// <param name="cancellationToken">Stops worker and waiting.</param>
    /// <exception cref="RunPausedException">Waiting does not help, or took too long.</exception>
    public async Task<LimitedCall> AskAsync(
        RosterEntry route, DispatchRequest request, Action<RosterEntry, Processes.ProcessIdentity> started, Action<RosterEntry, DriverOutcome, bool> paid, CancellationToken cancellationToken)
    {
        var way = new LimitedWay(route);
        while (true)
        {
            var driver = drivers.Of(way.Route);
            if (driver.IsVendorCli && _limits.Active(way.Route.Driver, way.Route.Model.Execution) is { } limit)
            {
                if (await MeetAsync(way, limit, request.Entry.Worker, paid, cancellationToken) is { } given)
                {
                    return given;
                }

                continue;
            }

            var outcome = await CallAsync(driver, way, request, started, cancellationToken);
            way.Took(outcome, driver.UsageSpansSession);
            if (outcome is not DriverOutcome.Failed { Limit: { } signal } failed)
            {
                return way.End(outcome);
            }

            way.Stopped(failed);
            if (await MeetAsync(way, _limits.Record(way.Route, signal), request.Entry.Worker, paid, cancellationToken) is { } end)
            {
                return end;
            }
        }
    }

    private async Task<DriverOutcome> CallAsync(IAgentDriver driver, LimitedWay way, DispatchRequest request, Action<RosterEntry, Processes.ProcessIdentity> started, CancellationToken cancellationToken)
    {
        var route = way.Route;
        using var place = driver.IsVendorCli ? await _slots.TakeAsync(route.Driver, $"ask {request.Entry.Worker}", cancellationToken) : null;
        var again = way.Calls == 0 ? "" : $"-{way.Calls + 1}";
        var outcome = await driver.RunAsync(
            request with
            {
                Entry = route,
                Prompt = way.Session is null ? request.Prompt : AssetCatalog.Text("prompts/worker/go-on.md"),
                ResumedSession = way.Session,
                SessionId = way.Calls == 0 ? request.SessionId : services.Ids.NewUuid(),
                SupportDirectory = request.SupportDirectory + again,
                LogPath = request.LogPath + again,
                Started = identity => started(route, identity),
            },
            cancellationToken);

        // A CLI that failed or was ended may not say what it used; its log does.
        return driver.IsVendorCli && outcome.Models.Count == 0 && DispatchTraces.OfSession(services, route.Driver, outcome.SessionId) is { Count: > 0 } logged
            ? outcome with { Models = logged, IsFromLog = true }
            : outcome;
    }

    /// <summary>What becomes of the call at a limit: its end, or null to try again.</summary>
    private async Task<LimitedCall?> MeetAsync(LimitedWay way, AccountLimit limit, string worker, Action<RosterEntry, DriverOutcome, bool> paid, CancellationToken cancellationToken)
    {
        var words = Words(limit);
        switch (options.Mode)
        {
            case LimitMode.Skip:
                Note(limit, $"{worker} is skipped");
                return way.End(new DriverOutcome.Failed(WorkerStatus.NotRun, "cli-failure", $"{words}; skipped as asked (--on-limit skip)"));
            case LimitMode.Reroute when Other(way) is { } other:
                Note(limit, $"{worker} goes to {other.Driver}");
                observer.Warned($"{worker}: {words}; {other.Driver} takes over");
                paid(way.Route, way.Unfinished(), true);
                way.MoveTo(other, words);
                return null;
            default:
                return await WaitAsync(way, limit, worker, paid, cancellationToken);
        }
    }

    private async Task<LimitedCall?> WaitAsync(LimitedWay way, AccountLimit limit, string worker, Action<RosterEntry, DriverOutcome, bool> paid, CancellationToken cancellationToken)
    {
        var (until, began) = (AccountLimits.EndOf(limit), services.Time.GetUtcNow());
        if (limit.Kind == LimitKind.Overloaded && way.Waited + (until - began) > options.OverloadPatience)
        {
            return way.End(new DriverOutcome.Failed(WorkerStatus.Error, "cli-failure", $"{Words(limit)}: {limit.Text}"));
        }

        if (limit.Kind == LimitKind.NoCredit || way.Waited + (until - began) > options.Patience)
        {
            paid(way.Route, way.Unfinished(), false);
            throw new RunPausedException(RunStatus.Blocked, new Problem("OKS0956", $"{worker} cannot go on: {Words(limit)}", Advice(limit)));
        }

        Note(limit, $"{worker} waits");
        observer.Waiting(worker, way.Route.Driver, until, Words(limit));
        while (services.Time.GetUtcNow() is var now && now < until)
        {
            await Task.Delay(until - now < LongestNap ? until - now : LongestNap, services.Time, cancellationToken);
        }

        way.Waited += services.Time.GetUtcNow() - began;
        observer.Waited(worker);
        return null;
    }

    private string Advice(AccountLimit limit) => limit.Kind == LimitKind.NoCredit
        ? $"fill up the account, then okstra resume {bundle.Key}; or resume with --on-limit reroute or skip"
        : $"okstra resume {bundle.Key} goes on when it is over; --max-wait waits longer, --on-limit reroute or skip does not wait";

    /// <summary>A vendor that is here, is under no limit and was not tried yet; one that is not in the roster first, so that independence is kept where it can be.</summary>
    private RosterEntry? Other(LimitedWay way)
    {
        var rostered = bundle.Manifest.Roster.Select(entry => entry.Vendor).ToHashSet(StringComparer.Ordinal);
        return drivers.VendorClis(way.Route)
            .Where(entry => !way.Tried(entry.Driver) && _limits.Active(entry.Driver, entry.Model.Execution) is null)
            .OrderBy(entry => rostered.Contains(entry.Vendor))
            .FirstOrDefault();
    }

    private void Note(AccountLimit limit, string what) => journal.Append(new JournalEvent.Limit(limit.Driver, $"{Words(limit)}: {what}") { At = services.Now() });

    private static string Words(AccountLimit limit)
    {
        var what = limit.Kind switch
        {
            LimitKind.RateLimit => "rate limit",
            LimitKind.UsageLimit => "usage limit",
            LimitKind.Overloaded => "overload",
            _ => "no credit left",
        };
        var of = limit.Model is null ? limit.Driver : $"{limit.Driver} ({limit.Model})";
        return limit.Kind == LimitKind.NoCredit ? $"{what} for {of}" : $"{what} of {of} until {limit.Until}{(limit.Stated ? "" : " (okstra's own back-off)")}";
    }
}
