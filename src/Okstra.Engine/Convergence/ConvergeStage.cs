using Okstra.Core.Convergence;
using Okstra.Core.Findings;
using Okstra.Core.Workers;
using Okstra.Engine.Dispatching;
using Okstra.Engine.Pipeline;
using Okstra.Engine.Preparation;

namespace Okstra.Engine.Convergence;

/// <summary>
/// Runs the re-verification rounds. All rules are in Core: this asks the fold what is next, makes those dispatches, and folds again. A resumed run folds the
/// documents it finds and goes on from there.
/// </summary>
public sealed class ConvergeStage(RunBundle bundle, DispatchStage dispatches, CitationCheck check, StateDocument document, IRunObserver observer)
{
    /// <summary>The state document, and the re-verification dispatches behind it.</summary>
    public async Task<(ConvergenceDocument Document, IReadOnlyList<DispatchDocument> Dispatches)> RunAsync(
        FindingsDocument findings, IReadOnlyList<DispatchDocument> analyses, CancellationToken cancellationToken)
    {
        var input = RunConvergence.InputOf(bundle, findings);
        var rounds = new List<RoundResult>();
        var made = new List<DispatchDocument>();
        var state = ConvergenceFold.Run(input, rounds);
        while (state.NextRound is { } round)
        {
            observer.StageStarted($"round {round}", state.Queue.Count);
            var documents = await RoundAsync(state, RoundPlanning.Plan(state), cancellationToken);
            made.AddRange(documents);
            rounds.Add(await RoundResults.OfAsync(round, documents, check, cancellationToken));
            state = ConvergenceFold.Run(input, rounds);
        }

        return (await document.WriteAsync(state, analyses, made, cancellationToken), made);
    }

    /// <summary>All workers at once; the batches of one worker one after the other, since they share its tree.</summary>
    private async Task<IReadOnlyList<DispatchDocument>> RoundAsync(ConvergenceState state, IReadOnlyList<Batch> batches, CancellationToken cancellationToken)
    {
        var workers = batches.GroupBy(batch => batch.Worker, StringComparer.Ordinal)
            .Select(own => (Func<CancellationToken, Task<List<DispatchDocument>>>)(stop => BatchesAsync(state, own.OrderBy(batch => batch.Number), stop)));
        var documents = await Together.RunAsync(workers, cancellationToken);
        return [.. documents.SelectMany(own => own).OrderBy(document => document.Worker, StringComparer.Ordinal).ThenBy(document => document.Batch)];
    }

    private async Task<List<DispatchDocument>> BatchesAsync(ConvergenceState state, IEnumerable<Batch> batches, CancellationToken cancellationToken)
    {
        var documents = new List<DispatchDocument>();
        foreach (var batch in batches)
        {
            documents.Add(await dispatches.DispatchAsync(DispatchOrders.Reverification(bundle, state, batch), cancellationToken));
        }

        return documents;
    }
}
