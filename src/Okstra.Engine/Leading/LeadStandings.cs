using Okstra.Core.Auditing;
using Okstra.Core.Convergence;
using Okstra.Core.Workers;
using Okstra.Engine.Convergence;
using Okstra.Engine.Dispatching;
using Okstra.Engine.Pipeline;
using Okstra.Engine.Preparation;
using Okstra.State.Documents;

namespace Okstra.Engine.Leading;

/// <summary>Derives where a run stands from its documents, with the stages and rules of the native lead; asks nobody.</summary>
internal sealed class LeadStandings(RunServices services, RunBundle bundle, Workplace place)
{
    private readonly DispatchRecords _records = new(services, bundle);

    public async Task<LeadStanding> ReadAsync(CancellationToken cancellationToken)
    {
        var recorded = new List<RecordedDispatch>();
        var open = Split([.. bundle.Manifest.Roster.Where(entry => entry.IsAnalyst).Select(entry => DispatchOrders.Analysis(bundle, entry))], recorded);
        if (open.Count > 0 || !recorded.Exists(analysis => analysis.Document.Usable))
        {
            return new LeadStanding { Stage = open.Count > 0 ? LeadStage.Analysis : LeadStage.Done, Round = 0, Open = open, Recorded = recorded };
        }

        var frames = await BriefFrames.InRepositoryAsync(place.Tree, bundle.Brief.Text, cancellationToken);
        var findings = await new EvidenceStage(services, bundle, place.Check, frames).RunAsync([.. recorded.Select(analysis => analysis.Document)], cancellationToken);
        var input = RunConvergence.InputOf(bundle, findings);
        var rounds = new List<RoundResult>();
        var state = ConvergenceFold.Run(input, rounds);
        while (state.NextRound is { } round)
        {
            open = Split([.. RoundPlanning.Plan(state).Select(batch => DispatchOrders.Reverification(bundle, state, batch))], recorded);
            if (open.Count > 0)
            {
                return new LeadStanding { Stage = LeadStage.Reverification, Round = round, Open = open, Recorded = recorded, State = state, Frames = frames };
            }

            var documents = recorded.Where(dispatch => dispatch.Order.Round == round).Select(dispatch => dispatch.Document).ToList();
            rounds.Add(await RoundResults.OfAsync(round, documents, place.Check, cancellationToken));
            state = ConvergenceFold.Run(input, rounds);
        }

        return new LeadStanding { Stage = LeadStage.Done, Round = rounds.Count, Open = [], Recorded = recorded, State = state, Frames = frames };
    }

    /// <summary>A document made for another prompt is stale, as it is for the native lead.</summary>
    private List<DispatchOrder> Split(IReadOnlyList<DispatchOrder> orders, List<RecordedDispatch> recorded)
    {
        var open = new List<DispatchOrder>();
        foreach (var order in orders)
        {
            var path = bundle.Layout.DispatchDocument(order.Entry.Worker, order.Round, order.Batch);
            if (services.Documents.TryRead(path, WorkersJson.Default.DispatchDocument) is { } known && known.PromptSha256 == ContentHash.OfText(order.Prompt))
            {
                // The call that recorded it may have been killed before it could log them.
                _records.RepeatErrors(known);
                recorded.Add(new RecordedDispatch(order, known));
            }
            else
            {
                open.Add(order);
            }
        }

        return open;
    }
}
