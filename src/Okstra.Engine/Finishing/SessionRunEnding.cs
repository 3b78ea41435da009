using Okstra.Core.Problems;
using Okstra.Core.Reports;
using Okstra.Core.Runs;
using Okstra.Core.Tasks;
using Okstra.Engine.Preparation;
using Okstra.Engine.Reporting;
using Okstra.Engine.Validating;
using Okstra.State.Files;

namespace Okstra.Engine.Finishing;

/// <summary>
/// <c>okstra finish</c>: ends an implementation, verification or hand-off that a session led. Its Markdown report is read in, held against git, validated, and only then is the work
/// recorded: what a report claims counts for nothing here. Every step may be done again, so a call killed in between is finished by the next.
/// </summary>
public sealed class SessionRunEnding(RunServices services)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    /// <param name="run">The run.</param>
    /// <param name="leadSession">Id of the session that led it; null keeps what is recorded.</param>
    /// <param name="cancellationToken">Ends waiting and git.</param>
    /// <exception cref="UserErrorException">Not such a run, no report, or a report that does not say what lies in the worktree.</exception>
    public async Task<FinishedRun> FinishAsync(RunBundle run, string? leadSession, CancellationToken cancellationToken)
    {
        if (run.Type.IsAnalysis())
        {
            throw new UserErrorException("OKS0912", $"a run of type '{run.Type.Token()}' is carried out by okstra, so no session ends it", $"go on with it: okstra resume {run.Key}");
        }

        using var held = await services.Locks.AcquireAsync(run.Layout.RunLock, "okstra finish", Patience, cancellationToken);
        var bundle = RunBundle.Load(run.Layout, services.Documents);
        var written = TextFiles.TryRead(bundle.Layout.ReportMarkdown) ?? "";
        Bills.CollectedTokens.Require(written, bundle.Layout.ReportMarkdown);
        FollowUps.FollowUpsMade.Require(bundle.State, written, bundle.Layout.ReportMarkdown);
        var import = await new ReportImporting(services, bundle).ImportAsync(null, write: true, cancellationToken);
        if (!import.Imported)
        {
            return new FinishedRun { Bundle = bundle, Import = import, Status = null, Validation = null };
        }

        var report = Report(bundle);
        var work = new FinishedWork(services, bundle, report);
        await work.RequireAsync(cancellationToken);
        RecordLead(bundle, leadSession);
        var validation = new ValidateStage(services, bundle).Write();
        var status = validation.Ok ? RunStatus.Completed : RunStatus.ContractViolated;
        var reason = validation.Ok ? null : $"validation failed: {string.Join(", ", validation.Failures.Select(failure => failure.Rule).Distinct(StringComparer.Ordinal))}";

        // The work counts as done only under a valid report; once it counts, the run may be called completed.
        var head = validation.Ok ? await RecordAsync(bundle, work, cancellationToken) : null;
        await new RunLifecycle(services).EndAsync(bundle, status, reason, report.Routing, cancellationToken);
        return new FinishedRun
        {
            Bundle = bundle,
            Import = import,
            Status = status,
            Validation = validation,
            Stage = head is null ? null : bundle.Manifest.Stage,
            HeadSha = head,
            Routing = report.Routing,
        };
    }

    // Whoever reads what became of the stages and adds to it holds the task.
    private async Task<string?> RecordAsync(RunBundle bundle, FinishedWork work, CancellationToken cancellationToken)
    {
        using var mutex = await services.Locks.AcquireAsync(services.Home.TaskLock(bundle.Key), "record finished work", Patience, cancellationToken);
        return work.Record();
    }

    private static ReportDocument Report(RunBundle bundle) =>
        ReportText.TryRead(TextFiles.TryRead(bundle.Layout.ReportDocument), out var report, out var problem, out _) ? report : throw new UserErrorException(problem);

    private void RecordLead(RunBundle bundle, string? leadSession)
    {
        if (leadSession is null || services.Documents.TryRead(bundle.Layout.TeamState, RunDocumentsJson.Default.TeamState) is not { } team || team.Lead.SessionId == leadSession)
        {
            return;
        }

        services.Documents.Write(bundle.Layout.TeamState, team with { Lead = team.Lead with { SessionId = leadSession } }, RunDocumentsJson.Default.TeamState);
    }
}
