using Okstra.Core.Convergence;
using Okstra.Core.Grouping;
using Okstra.Core.Workers;
using Okstra.Engine.Dispatching;
using Okstra.Engine.Preparation;
using Okstra.Engine.Prompts;
using Okstra.Engine.Workers;

namespace Okstra.Engine.Convergence;

/// <summary>Asks the lead's model, once, which findings of round 0 make the same claim. Whatever goes wrong, the run goes on with the rules and says why.</summary>
public sealed class LeadGrouping(RunServices services, RunBundle bundle, DispatchStage dispatches)
{
    public const int GroupingRound = -2;

    /// <summary>The dispatch of an earlier start of this run; null when the lead was not asked yet.</summary>
    public static DispatchDocument? Known(RunServices services, RunBundle bundle) =>
        services.Documents.TryRead(bundle.Layout.DispatchDocument(LeadWorker.Id, GroupingRound, 1), WorkersJson.Default.DispatchDocument);

    /// <summary>The groups, or null and the reason why the rules must do it.</summary>
    /// <param name="workers">Usable workers with their checked findings.</param>
    /// <param name="at">When the last of them ended: the time of an event no dispatch stands for, the same however often the run is resumed.</param>
    /// <param name="cancellationToken">Stops the lead.</param>
    public async Task<(IReadOnlyList<IReadOnlyList<FindingSource>>? Groups, string? Reason)> AskAsync(IReadOnlyList<WorkerFindings> workers, string at, CancellationToken cancellationToken)
    {
        var question = GroupingQuestion.Of(workers);
        if (question.NotWorthAsking is { } pointless)
        {
            return (null, pointless);
        }

        if (LeadWorker.Of(bundle) is not { } lead)
        {
            var unknown = $"no agent CLI is known for the lead's model '{DataFence.Line(bundle.Manifest.Models.Lead.Execution, 80)}'";
            Log(ErrorEvents.Lead, at, unknown);
            return (null, unknown);
        }

        var answer = await dispatches.DispatchAsync(Order(lead, question), cancellationToken);
        if (answer is { Usable: true, Groups: { } groups })
        {
            return (question.Resolve(groups), null);
        }

        // A dispatch that ran has logged its failure itself; one that could not run has not.
        var reason = answer.Reason ?? "the lead gave no groups";
        if (answer.Errors.Count == 0)
        {
            Log(LeadWorker.Id, answer.EndedAt, reason);
        }

        return (null, reason);
    }

    private DispatchOrder Order(RosterEntry lead, GroupingQuestion question) => new()
    {
        Entry = lead,
        Kind = AnswerKind.Groups,
        Round = GroupingRound,
        Batch = 1,
        Prompt = PromptRenderer.Group(bundle, lead, question),
        AgentName = lead.AgentName,
        Grouping = question.Items,
    };

    private void Log(string agent, string at, string reason) =>
        ErrorEvents.AppendMissing(services, bundle, [ErrorEvents.Of(bundle, agent, new WorkerError(at, "tool-failure", $"findings were grouped by the rules: {reason}"))]);
}
