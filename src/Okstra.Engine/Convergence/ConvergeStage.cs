using Okstra.Core.Convergence;
using Okstra.Core.Findings;
using Okstra.Core.Sources;
using Okstra.Core.Workers;
using Okstra.Engine.Dispatching;
using Okstra.Engine.Pipeline;
using Okstra.Engine.Preparation;
using Okstra.Engine.Prompts;

namespace Okstra.Engine.Convergence;

/// <summary>
/// Runs the re-verification rounds. All rules are in Core: this asks the fold what is next, makes those dispatches, and folds again. A resumed run folds the
/// documents it finds and goes on from there.
/// </summary>
public sealed class ConvergeStage(RunServices services, RunBundle bundle, DispatchStage dispatches, CitationCheck check, IReadOnlyList<SourcePlace> frames, IRunObserver observer)
{
    /// <summary>The state document, and the re-verification dispatches behind it.</summary>
    public async Task<(ConvergenceDocument Document, IReadOnlyList<DispatchDocument> Dispatches)> RunAsync(
        FindingsDocument findings, IReadOnlyList<DispatchDocument> analyses, CancellationToken cancellationToken)
    {
        var input = new ConvergenceInput(bundle.Manifest.Convergence, findings.Voters, findings.Findings);
        var rounds = new List<RoundResult>();
        var made = new List<DispatchDocument>();
        var state = ConvergenceFold.Run(input, rounds);
        while (state.NextRound is { } round)
        {
            observer.StageStarted($"round {round}", state.Queue.Count);
            var documents = await RoundAsync(state, RoundPlanning.Plan(state), cancellationToken);
            made.AddRange(documents);
            rounds.Add(await ResultAsync(round, documents, cancellationToken));
            state = ConvergenceFold.Run(input, rounds);
        }

        var document = ConvergenceDocuments.Compose(
            state, bundle.Key.ToString(), bundle.Type, bundle.Manifest.Seq, DocumentInputs.Of(bundle, made, bundle.Layout.Findings), frames);
        document = document with { ReducedConfidence = ReducedConfidence.Holds(document, analyses) };
        var known = services.Documents.TryRead(bundle.Layout.Convergence, ConvergenceJson.Default.ConvergenceDocument);
        if (known is not null && DocumentInputs.Same(known.Inputs, document.Inputs))
        {
            return (known, made);
        }

        services.Documents.Write(bundle.Layout.Convergence, document, ConvergenceJson.Default.ConvergenceDocument);
        foreach (var violation in document.Violations)
        {
            ErrorEvents.Append(services, bundle, violation.Worker, new WorkerError(services.Now(), "contract-violation", violation.Message));
        }

        return (document, made);
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
            documents.Add(await dispatches.DispatchAsync(Order(state, batch), cancellationToken));
        }

        return documents;
    }

    private DispatchOrder Order(ConvergenceState state, Batch batch)
    {
        var entry = bundle.Manifest.Roster.Single(entry => entry.Worker == batch.Worker);
        var asked = batch.FindingIds.ToHashSet(StringComparer.Ordinal);
        return new DispatchOrder
        {
            Entry = entry,
            Kind = AnswerKind.Votes,
            Round = batch.Round,
            Batch = batch.Number,
            Prompt = PromptRenderer.Reverify(bundle, entry, batch, VerificationItems.For(batch, state)),
            AgentName = $"{entry.AgentName}-reverify-r{batch.Round}",
            Findings = [.. state.Findings.Where(finding => asked.Contains(finding.Finding.Id)).Select(finding => finding.Finding)],
        };
    }

    private async Task<RoundResult> ResultAsync(int round, IReadOnlyList<DispatchDocument> documents, CancellationToken cancellationToken)
    {
        var results = new List<BatchResult>(documents.Count);
        foreach (var document in documents)
        {
            results.Add(new BatchResult
            {
                Worker = document.Worker,
                Batch = document.Batch,
                AgentName = document.AgentName,
                Status = document.Usable || document.Status != WorkerStatus.Completed ? document.Status : WorkerStatus.Error,
                Reason = document.Reason,
                Votes = document is { Usable: true, Votes: { } votes } ? await check.CheckVotesAsync(document.Worker, votes, cancellationToken) : [],
            });
        }

        // From the documents, not from the clock: a resumed run must fold to the same bytes.
        return new RoundResult(
            round,
            documents.Count == 0 ? "" : documents.Min(document => document.StartedAt)!,
            documents.Count == 0 ? "" : documents.Max(document => document.EndedAt)!,
            results);
    }
}
