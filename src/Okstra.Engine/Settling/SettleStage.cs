using Okstra.Core.Convergence;
using Okstra.Engine.Pipeline;
using Okstra.Engine.Preparation;

namespace Okstra.Engine.Settling;

/// <summary>
/// Runs the commands contested findings cite, once each, and leaves one document that grows by one command at a time: a resumed run goes on behind the last
/// one. What may be run and what follows from it is decided in Core.
/// </summary>
public sealed class SettleStage(RunServices services, RunBundle bundle, Workplace place, IRunObserver observer, SettleBudget budget)
{
    /// <summary>The state with the outcomes applied; the same state when there was nothing to settle.</summary>
    /// <param name="state">Finished.</param>
    /// <param name="inputs">Hashes of the documents that led to it.</param>
    /// <param name="cancellationToken">Ends the command that runs; it is repeated by a resumed run.</param>
    public async Task<ConvergenceState> RunAsync(ConvergenceState state, IReadOnlyDictionary<string, string> inputs, CancellationToken cancellationToken)
    {
        if (bundle.Manifest.Inputs.InspectedCommit is not { } commit || !Settlement.IsPossible(state))
        {
            return state;
        }

        var known = services.Documents.TryRead(bundle.Layout.Settlements, SettlementJson.Default.SettlementDocument);
        var document = known is not null && DocumentInputs.Same(known.Inputs, inputs)
            ? known
            : new SettlementDocument { Inputs = inputs, Commit = commit, Finished = false, Commands = [], Refusals = [] };
        if (!document.Finished)
        {
            document = await SettleAsync(state, document, cancellationToken);
        }

        return Settlement.Apply(state, document.Commands, document.Refusals);
    }

    private async Task<SettlementDocument> SettleAsync(ConvergenceState state, SettlementDocument document, CancellationToken cancellationToken)
    {
        var plan = SettlementPlan.Of(state, bundle.Project.QaCommands, await place.Tree.ListPathsAsync(cancellationToken));
        if (plan.Orders.Count == 0 && plan.Refusals.Count == 0 && document.Commands.Count == 0)
        {
            return document;
        }

        var open = plan.Orders.Where(order => !document.Commands.Any(command => command.Argv.SequenceEqual(order.Argv, StringComparer.Ordinal))).ToList();
        if (open.Count > 0)
        {
            observer.StageStarted("settle", open.Count);
        }

        var runs = new SettleRun(services, bundle, place.Trees, budget);
        foreach (var order in open)
        {
            var settled = await runs.RunAsync(order, document.Commands.Count + 1, cancellationToken);
            document = document with { Commands = [.. document.Commands, settled] };
            Write(document);
        }

        document = document with { Finished = true, Refusals = plan.Refusals };
        Write(document);
        return document;
    }

    private void Write(SettlementDocument document) => services.Documents.Write(bundle.Layout.Settlements, document, SettlementJson.Default.SettlementDocument);
}
