using Okstra.Core.Problems;
using Okstra.Core.Runs;
using Okstra.Core.Tasks;
using Okstra.Core.Workers;
using Okstra.Engine.Convergence;
using Okstra.Engine.Dispatching;
using Okstra.Engine.Pipeline;
using Okstra.Engine.Preparation;
using Okstra.State.Runs;

namespace Okstra.Engine.Leading;

/// <summary>
/// Serves a lead that dispatches workers itself (design: two leads). Every call stands alone: it takes the run's lock, derives from the documents where the run
/// stands, and leaves documents; the lead has nothing to remember.
/// </summary>
public sealed class SessionLead(RunServices services, IRunObserver observer)
{
    /// <summary>A script may record several answers at once; each of those calls holds the lock for well under a second (settling commands takes longer).</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    /// <summary>What is to be asked now; prompts are on disk when this returns, and what needs no model has been carried out.</summary>
    public Task<LeadStanding> PlanAsync(RunBundle run, TimeSpan auditBudget, CancellationToken cancellationToken) => UnderLockAsync(run, "okstra converge plan", async (bundle, place, journal) =>
    {
        var standings = new LeadStandings(services, bundle, place);
        using var terms = DispatchTerms.WithoutBudget(services, bundle, observer, auditBudget);
        var dispatches = new DispatchStage(services, bundle, place.Drivers, place.Trees, journal, observer, terms);
        var standing = await standings.ReadAsync(cancellationToken);
        while (standing.Open.Where(HandOuts.IsBuiltIn).ToList() is { Count: > 0 } builtIn)
        {
            await Together.RunAsync(builtIn.Select(order => (Func<CancellationToken, Task<DispatchDocument>>)(stop => dispatches.DispatchAsync(order, stop))), cancellationToken);
            standing = await standings.ReadAsync(cancellationToken);
        }

        new HandOuts(services, bundle, journal).Write(standing.Open);
        return standing;
    }, cancellationToken);

    /// <summary>Records an answer or a failure; the same twice is no mistake.</summary>
    /// <exception cref="UserErrorException">Malformed, not open now, or recorded differently before; nothing was written.</exception>
    public Task<LeadRecord> RecordAsync(RunBundle run, LeadAnswer answer, CancellationToken cancellationToken) => UnderLockAsync(run, "okstra converge record", async (bundle, place, journal) =>
        new LeadRecording(services, bundle, journal).Record(await new LeadStandings(services, bundle, place).ReadAsync(cancellationToken), answer), cancellationToken);

    /// <summary>Writes the state document once every round is over.</summary>
    /// <exception cref="UserErrorException">Dispatches are missing, or no analysis is usable.</exception>
    public Task<LeadFinish> FinishAsync(RunBundle run, CancellationToken cancellationToken) => UnderLockAsync(run, "okstra converge finish", async (bundle, place, _) =>
    {
        var standing = await new LeadStandings(services, bundle, place).ReadAsync(cancellationToken);
        if (standing.Open.Count > 0)
        {
            throw new UserErrorException("OKS0546", $"{standing.Open.Count} dispatch(es) are not recorded: {LeadRecording.Named(standing)}", $"record each of them; okstra converge plan {bundle.Key} names their prompts");
        }

        if (standing.State is not { } state)
        {
            var reasons = standing.Analyses.Select(document => $"{document.Worker} {document.Status.Token()}: {document.Reason ?? "its answer was void"}");
            throw new UserErrorException("OKS0548", $"no worker delivered a usable analysis, so there is nothing to converge ({string.Join("; ", reasons)})", $"okstra resume {bundle.Key} closes the run");
        }

        var document = await new StateDocument(services, bundle, place.Settling(observer), standing.Frames).WriteAsync(state, standing.Analyses, standing.Votes, cancellationToken);
        if (bundle.Manifest.Status == RunStatus.Running)
        {
            RunEnd.WriteTeamState(services, bundle, [.. standing.Analyses, .. standing.Votes]);
        }

        return new LeadFinish(document, bundle.Layout.Convergence);
    }, cancellationToken);

    private async Task<T> UnderLockAsync<T>(RunBundle run, string verb, Func<RunBundle, Workplace, Journal, Task<T>> act, CancellationToken cancellationToken)
    {
        if (!run.Type.IsAnalysis())
        {
            throw new UserErrorException("OKS0911", $"a run of type '{run.Type.Token()}' has no convergence, so '{verb}' has nothing to do in it", "let the session that leads it write its report, then end it with okstra finish");
        }

        using var held = await services.Locks.AcquireAsync(run.Layout.RunLock, verb, Patience, cancellationToken);

        // What was read before the lock may be old.
        var bundle = RunBundle.Load(run.Layout, services.Documents);
        var journal = new Journal(bundle.Layout.Journal, services.Writer);
        await RunRecovery.RecoverUnderLeadAsync(services, bundle, journal);
        if (bundle.Manifest.Status is RunStatus.Prepared or RunStatus.Running && !journal.Read().IsLedBySession)
        {
            journal.Append(new JournalEvent.LeadCall(verb) { At = services.Now() });
        }

        if (bundle.Manifest.Status == RunStatus.Prepared)
        {
            bundle = bundle with { Manifest = await new RunLifecycle(services).StartAsync(bundle, cancellationToken) };
        }

        await using var place = await Workplace.OpenAsync(services, bundle, cancellationToken);
        return await act(bundle, place, journal);
    }
}
