using Okstra.Core.Runs;
using Okstra.Core.Usage;
using Okstra.Core.Workers;
using Okstra.Engine.Convergence;
using Okstra.Engine.Preparation;
using Okstra.Engine.Spending;
using Okstra.State.Runs;

namespace Okstra.Engine.Pipeline;

/// <summary>Brings what other commands read up to date: team state before the validation, manifests, index, status file and recents at the end.</summary>
public static class RunEnd
{
    public static RunStatus StatusOf(RunOutcome outcome) => outcome.Paused?.Status ?? outcome.Validation switch
    {
        null => RunStatus.Aborted,
        { Ok: true } => RunStatus.Completed,
        _ => RunStatus.ContractViolated,
    };

    /// <summary>Does nothing when the journal says that this very end was recorded already.</summary>
    internal static async Task RecordAsync(RunServices services, RunOutcome outcome, Journal journal, CancellationToken cancellationToken)
    {
        var status = StatusOf(outcome);
        if (outcome.Paused is { } pause)
        {
            // No end: whoever resumes goes on.
            journal.Append(pause.Budget is { } scope ? BudgetsInForce.Exhausted(scope, pause.Message, services.Now()) : new JournalEvent.Limit(status.Token(), pause.Message) { At = services.Now() });
            await new RunLifecycle(services).EndAsync(outcome.Bundle, status, pause.Message, routing: null, cancellationToken);
            return;
        }

        if (journal.Read().Events.OfType<JournalEvent.RunFinished>().LastOrDefault()?.Status == status.Token())
        {
            return;
        }

        await new RunLifecycle(services).EndAsync(outcome.Bundle, status, Reason(outcome), outcome.Report?.Routing, cancellationToken);
        journal.Append(new JournalEvent.RunFinished(status.Token()) { At = services.Now() });
    }

    /// <summary>Status, times, session and usage of every worker, summed over its dispatches (R-REP-16, R-OPN-24).</summary>
    internal static void WriteTeamState(RunServices services, RunBundle bundle, IReadOnlyList<DispatchDocument> dispatches)
    {
        // Who leads was said before the first dispatch, by the bundle or by the session that took it.
        var team = services.Documents.TryRead(bundle.Layout.TeamState, RunDocumentsJson.Default.TeamState) ?? TeamStates.Prepared(bundle);
        var workers = TeamStates.Prepared(bundle).Workers.Select(worker => Worker(worker, bundle, [.. dispatches.Where(dispatch => dispatch.Worker == worker.WorkerId).OrderBy(dispatch => dispatch.Round < 0 ? int.MaxValue : dispatch.Round)])).ToList();
        services.Documents.Write(bundle.Layout.TeamState, team with { Workers = workers, Lead = Lead(team.Lead, LeadGrouping.Known(services, bundle)) }, RunDocumentsJson.Default.TeamState);
    }

    /// <summary>A native lead uses a model only to group findings.</summary>
    private static TeamLead Lead(TeamLead lead, DispatchDocument? grouping) => grouping is null ? lead : lead with { Model = grouping.Model.Execution, Usage = grouping.Usage };

    private static TeamWorker Worker(TeamWorker worker, RunBundle bundle, IReadOnlyList<DispatchDocument> own) => own is not [var first, ..]
        ? worker
        : worker with
        {
            Status = first.Status,
            Reason = first.Reason,
            StartedAt = first.StartedAt,
            EndedAt = own[^1].EndedAt,
            ResultPath = bundle.Layout.Relative(bundle.Layout.DispatchDocument(first.Worker, first.Round, first.Batch)),
            ErrorPath = own.Any(dispatch => dispatch.Errors.Count > 0) ? bundle.Layout.Relative(bundle.Layout.ErrorsSidecar(first.Worker)) : null,
            SessionId = first.SessionId,
            Usage = TokenUsages.Sum(own.Select(dispatch => dispatch.Usage)),
            KeyFinding = first.Answer?.KeyFinding,
        };

    private static string? Reason(RunOutcome outcome) => outcome.Validation switch
    {
        null => $"no usable worker: {string.Join("; ", outcome.Analyses.Select(document => $"{document.Worker}: {document.Reason}"))}",
        { Ok: true } => null,
        { } failed => $"validation failed: {string.Join(", ", failed.Failures.Select(failure => failure.Rule).Distinct(StringComparer.Ordinal))}",
    };
}
