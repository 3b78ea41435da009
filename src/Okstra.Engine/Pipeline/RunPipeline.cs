using Okstra.Core.Auditing;
using Okstra.Core.Findings;
using Okstra.Core.Problems;
using Okstra.Core.Runs;
using Okstra.Core.Sources;
using Okstra.Core.Workers;
using Okstra.Engine.Auditing;
using Okstra.Engine.Convergence;
using Okstra.Engine.Dispatching;
using Okstra.Engine.Preparation;
using Okstra.Engine.Reporting;
using Okstra.Engine.Validating;
using Okstra.Engine.Workers;
using Okstra.Engine.Workers.Scripted;
using Okstra.Processes;
using Okstra.Processes.Git;
using Okstra.State.Files;
using Okstra.State.Runs;
using Okstra.State.Trees;

namespace Okstra.Engine.Pipeline;

/// <summary>
/// The line every run takes: dispatch → findings → evidence → votes → report → validation. Each stage is skipped when its document is on disk for the same
/// inputs, so carrying a run out and resuming it are the same thing.
/// </summary>
public sealed class RunPipeline(RunServices services, IRunObserver observer)
{
    public async Task<RunOutcome> RunAsync(RunBundle bundle, RunOptions options, CancellationToken cancellationToken)
    {
        using var held = await services.Locks.AcquireAsync(bundle.Layout.RunLock, options.Verb, TimeSpan.Zero, cancellationToken);
        Subreaper.BecomeOne();
        var journal = new Journal(bundle.Layout.Journal, services.Writer);
        await RunRecovery.RecoverAsync(services, bundle, journal);
        var self = ProcessIdentity.OfThisProcess;
        journal.Append(journal.Read().Events.OfType<JournalEvent.RunStarted>().Any()
            ? new JournalEvent.RunResumed(self.Pid, self.StartTime) { At = services.Now() }
            : new JournalEvent.RunStarted(self.Pid, self.StartTime) { At = services.Now() });

        if (bundle.Manifest.Status == RunStatus.Prepared)
        {
            await new RunLifecycle(services).StartAsync(bundle, cancellationToken);
        }

        var outcome = await CarryOutAsync(bundle, options, journal, cancellationToken);
        await RunEnd.RecordAsync(services, outcome, journal, cancellationToken);
        return outcome;
    }

    private async Task<RunOutcome> CarryOutAsync(RunBundle bundle, RunOptions options, Journal journal, CancellationToken cancellationToken)
    {
        var commands = new RecordedCommands(services, bundle);
        var repository = await RepositoryAsync(bundle, cancellationToken);
        var tree = Source(bundle, repository);
        using var listing = tree as IDisposable;
        await using var trees = new WorkerTrees(services, bundle, repository);
        var drivers = DriverCatalog.For(services, Audit(bundle, tree, trees, commands), ScenarioOf(bundle));
        var dispatches = new DispatchStage(services, bundle, drivers, trees, journal, observer, options.WorkerBudget);
        var check = new CitationCheck(tree, commands.Find);

        observer.StageStarted("analyse", 0);
        var analysts = bundle.Manifest.Roster.Where(entry => entry.IsAnalyst);
        var analyses = await Together.RunAsync(
            analysts.Select(entry => (Func<CancellationToken, Task<DispatchDocument>>)(stop => dispatches.DispatchAsync(Analysis(bundle, entry), stop))), cancellationToken);
        var outcome = new RunOutcome { Bundle = bundle, Analyses = analyses, Convergence = null, Report = null, Validation = null };
        if (!analyses.Any(document => document.Usable))
        {
            return outcome;
        }

        observer.StageStarted("check evidence", 0);
        var frames = await BriefFrames.InRepositoryAsync(tree, bundle.Brief.Text, cancellationToken);
        var findings = await new EvidenceStage(services, bundle, check, frames).RunAsync(analyses, cancellationToken);
        var (convergence, votes) = await new ConvergeStage(services, bundle, dispatches, check, frames, observer).RunAsync(findings, analyses, cancellationToken);

        observer.StageStarted("report", 0);
        var reports = new ReportStage(services, bundle, dispatches, tree, frames);
        var writer = await reports.AskWriterAsync(convergence, analyses, cancellationToken);
        IReadOnlyList<DispatchDocument> all = writer is null ? [.. analyses, .. votes] : [.. analyses, .. votes, writer];
        var report = await reports.WriteAsync(convergence, all, cancellationToken);
        RunEnd.WriteTeamState(services, bundle, all);

        observer.StageStarted("validate", 0);
        return outcome with { Convergence = convergence, Report = report, Validation = new ValidateStage(services, bundle).Write() };
    }

    private static DispatchOrder Analysis(RunBundle bundle, RosterEntry entry) => new()
    {
        Entry = entry,
        Kind = AnswerKind.Findings,
        Round = 0,
        Batch = 1,
        Prompt = TextFiles.Read(bundle.Layout.Prompt(entry.Worker, 0, 1)),
        AgentName = entry.AgentName,
    };

    /// <summary>Null outside git; a run that was frozen inside a repository cannot go on without it.</summary>
    private async Task<GitRepository?> RepositoryAsync(RunBundle bundle, CancellationToken cancellationToken)
    {
        if (bundle.Manifest.Inputs.InspectedCommit is not { } commit)
        {
            return null;
        }

        var repository = await GitRepository.FindAsync(services.Git, bundle.Manifest.ProjectRoot, cancellationToken);
        return repository is not null && await repository.ResolveAsync(commit, cancellationToken) is not null
            ? repository
            : throw new UserErrorException("OKS0502", $"the frozen commit {commit} is no longer in '{bundle.Manifest.ProjectRoot}'", "fetch it again, or start a new run");
    }

    private static ISourceTree Source(RunBundle bundle, GitRepository? repository) => repository is null
        ? new FolderSourceTree(bundle.Manifest.ProjectRoot)
        : new GitSourceTree(repository, bundle.Manifest.Inputs.InspectedCommit!);

    private AuditContext Audit(RunBundle bundle, ISourceTree tree, WorkerTrees trees, RecordedCommands commands) => new()
    {
        TaskType = bundle.Type,
        TicketId = bundle.Brief.TicketIds is [var ticket, ..] ? ticket : bundle.Key.Task,
        BriefText = bundle.Brief.Text,
        Tree = tree,
        GitFolder = bundle.Manifest.Inputs.InspectedCommit is null ? null : bundle.Manifest.ProjectRoot,
        QaCommands = bundle.Project.QaCommands,
        CreateCheckWorktree = trees.CheckTreeAsync,
        Runner = services.Runner,
        Git = services.Git,
        Host = services.Host,
        Clock = services.Time,
        Record = commands.Add,
    };

    private static Scenario? ScenarioOf(RunBundle bundle) => WorkerChoice.ScenarioPath(bundle.Inputs.WorkersOverride ?? []) is { } path
        ? ScriptedDriver.Parse(TextFiles.Read(path), path)
        : null;
}
