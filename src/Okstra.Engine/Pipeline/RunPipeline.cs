using Okstra.Core.Auditing;
using Okstra.Core.Limits;
using Okstra.Core.Runs;
using Okstra.Core.Tasks;
using Okstra.Core.Workers;
using Okstra.Engine.Convergence;
using Okstra.Engine.Dispatching;
using Okstra.Engine.Limits;
using Okstra.Engine.Preparation;
using Okstra.Engine.Reporting;
using Okstra.Engine.Spending;
using Okstra.Engine.Validating;
using Okstra.Processes;
using Okstra.State.Runs;

namespace Okstra.Engine.Pipeline;

/// <summary>
/// The line every run takes: dispatch → findings → evidence → votes → report → validation. Each stage is skipped when its document is on disk for the same
/// inputs, so carrying a run out and resuming it are the same thing.
/// </summary>
public sealed class RunPipeline(RunServices services, IRunObserver observer)
{
    public async Task<RunOutcome> RunAsync(RunBundle bundle, RunOptions options, CancellationToken cancellationToken)
    {
        if (!bundle.Type.IsAnalysis())
        {
            throw RunPreparation.PreparedOnly(bundle.Type);
        }

        using var held = await services.Locks.AcquireAsync(bundle.Layout.RunLock, options.Verb, TimeSpan.Zero, cancellationToken);
        Subreaper.BecomeOne();
        var journal = new Journal(bundle.Layout.Journal, services.Writer);
        await RunRecovery.RecoverAsync(services, bundle, journal);
        var self = ProcessIdentity.OfThisProcess;
        journal.Append(journal.Read().Events.OfType<JournalEvent.RunStarted>().Any()
            ? new JournalEvent.RunResumed(self.Pid, self.StartTime) { At = services.Now() }
            : new JournalEvent.RunStarted(self.Pid, self.StartTime) { At = services.Now() });

        if (bundle.Manifest.Status is RunStatus.Prepared or RunStatus.BudgetExhausted or RunStatus.Blocked)
        {
            await new RunLifecycle(services).StartAsync(bundle, cancellationToken);
        }

        new RunCharges(services, bundle).ReleaseOpen();
        var outcome = await CarryOutAsync(bundle, options, journal, cancellationToken);
        await RunEnd.RecordAsync(services, outcome, journal, cancellationToken);
        return outcome;
    }

    private async Task<RunOutcome> CarryOutAsync(RunBundle bundle, RunOptions options, Journal journal, CancellationToken cancellationToken)
    {
        await using var place = await Workplace.OpenAsync(services, bundle, cancellationToken);
        var spending = new RunSpending(services, bundle, BudgetsInForce.Of(services, bundle, options, journal), observer, options.StopAtBudget);
        var limits = new LimitOptions { Mode = options.OnLimit ?? bundle.Project.OnLimit ?? LimitMode.Wait };
        using var terms = new DispatchTerms(options.WorkerBudget, spending, options.MaxWait is { } wait ? limits with { Patience = wait } : limits);
        var dispatches = new DispatchStage(services, bundle, place.Drivers, place.Trees, journal, observer, terms);
        try
        {
            return await StagesAsync(bundle, place, dispatches, cancellationToken);
        }
        catch (RunPausedException pause)
        {
            return new RunOutcome { Bundle = bundle, Analyses = [], Convergence = null, Report = null, Validation = null, Paused = pause };
        }
    }

    private async Task<RunOutcome> StagesAsync(RunBundle bundle, Workplace place, DispatchStage dispatches, CancellationToken cancellationToken)
    {
        observer.StageStarted("analyse", 0);
        var analysts = bundle.Manifest.Roster.Where(entry => entry.IsAnalyst);
        var analyses = await Together.RunAsync(
            analysts.Select(entry => (Func<CancellationToken, Task<DispatchDocument>>)(stop => dispatches.DispatchAsync(DispatchOrders.Analysis(bundle, entry), stop))), cancellationToken);
        var outcome = new RunOutcome { Bundle = bundle, Analyses = analyses, Convergence = null, Report = null, Validation = null };
        if (!analyses.Any(document => document.Usable))
        {
            return outcome;
        }

        observer.StageStarted("check evidence", 0);
        var frames = await BriefFrames.InRepositoryAsync(place.Tree, bundle.Brief.Text, cancellationToken);
        var findings = await new EvidenceStage(services, bundle, place.Check, frames) { Lead = new LeadGrouping(services, bundle, dispatches) }.RunAsync(analyses, cancellationToken);
        var (convergence, votes) = await new ConvergeStage(bundle, dispatches, place.Check, new StateDocument(services, bundle, place.Settling(observer), frames), observer).RunAsync(findings, analyses, cancellationToken);

        observer.StageStarted("report", 0);
        var reports = new ReportStage(services, bundle, dispatches, place.Tree, frames);
        var writer = await reports.AskWriterAsync(convergence, analyses, cancellationToken);
        IReadOnlyList<DispatchDocument> all = writer is null ? [.. analyses, .. votes] : [.. analyses, .. votes, writer];
        var report = await reports.WriteAsync(convergence, all, cancellationToken);
        RunEnd.WriteTeamState(services, bundle, all);

        observer.StageStarted("validate", 0);
        return outcome with { Convergence = convergence, Report = report, Validation = new ValidateStage(services, bundle).Write() };
    }
}
