using Okstra.Core.Convergence;
using Okstra.Core.Problems;
using Okstra.Core.Sources;
using Okstra.Core.Workers;
using Okstra.Engine.Dispatching;
using Okstra.Engine.Preparation;
using Okstra.Engine.Settling;

namespace Okstra.Engine.Convergence;

/// <summary>Settles what a finished convergence left contested, composes its state document and writes it once; whoever led the run, it is the same.</summary>
public sealed class StateDocument(RunServices services, RunBundle bundle, SettleStage settle, IReadOnlyList<SourcePlace> frames)
{
    /// <summary>What is on disk when it was made from the same documents, otherwise a new one.</summary>
    /// <param name="state">Finished.</param>
    /// <param name="analyses">Round 0.</param>
    /// <param name="votes">Every re-verification dispatch.</param>
    /// <param name="cancellationToken">Ends a command that settles.</param>
    /// <exception cref="UserErrorException">The one on disk is not what its own votes give.</exception>
    public async Task<ConvergenceDocument> WriteAsync(ConvergenceState state, IReadOnlyList<DispatchDocument> analyses, IReadOnlyList<DispatchDocument> votes, CancellationToken cancellationToken)
    {
        // A state that was written is not settled again, whatever the project has confirmed since.
        var known = services.Documents.TryRead(bundle.Layout.Convergence, ConvergenceJson.Default.ConvergenceDocument);
        if (known is not null && DocumentInputs.Same(known.Inputs, Inputs(votes)))
        {
            var settlements = services.Documents.TryRead(bundle.Layout.Settlements, SettlementJson.Default.SettlementDocument);
            return StateConsistency.Compare(known, Compose(Settlement.Apply(state, settlements, known.Inputs), analyses, votes)) is [var difference, ..]
                ? throw new UserErrorException(
                    "OKS0550",
                    $"'{bundle.Layout.Convergence}' was made from these very documents and says something else: {difference}",
                    "it was edited by hand, or written by an okstra with other rules; restore the file from a backup, or move it away to have it made anew")
                : known;
        }

        var settled = await settle.RunAsync(state, DocumentInputs.Of(bundle, votes, bundle.Layout.Findings), cancellationToken);
        var document = Compose(settled, analyses, votes);

        // Before the document that ends the stage: a kill between the two is made good by whoever goes on.
        ErrorEvents.AppendMissing(services, bundle, ErrorEvents.Of(services, bundle, document.Violations, votes));
        services.Documents.Write(bundle.Layout.Convergence, document, ConvergenceJson.Default.ConvergenceDocument);
        return document;
    }

    private ConvergenceDocument Compose(ConvergenceState state, IReadOnlyList<DispatchDocument> analyses, IReadOnlyList<DispatchDocument> votes)
    {
        var document = ConvergenceDocuments.Compose(state, bundle.Key.ToString(), bundle.Type, bundle.Manifest.Seq, Inputs(votes), frames);
        var findings = services.Documents.TryRead(bundle.Layout.Findings, FindingsDocumentJson.Default.FindingsDocument);
        return document with { ReducedConfidence = ReducedConfidence.Holds(document, analyses), Grouping = findings?.Grouping };
    }

    private IReadOnlyDictionary<string, string> Inputs(IReadOnlyList<DispatchDocument> votes) => DocumentInputs.Of(
        bundle, votes, [bundle.Layout.Findings, .. Path.Exists(bundle.Layout.Settlements) ? [bundle.Layout.Settlements] : Array.Empty<string>()]);
}
