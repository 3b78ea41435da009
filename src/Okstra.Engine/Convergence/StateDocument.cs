using Okstra.Core.Convergence;
using Okstra.Core.Problems;
using Okstra.Core.Sources;
using Okstra.Core.Workers;
using Okstra.Engine.Dispatching;
using Okstra.Engine.Preparation;

namespace Okstra.Engine.Convergence;

/// <summary>Composes the state document of a finished convergence and writes it once; whoever led the run, it is the same.</summary>
public sealed class StateDocument(RunServices services, RunBundle bundle, IReadOnlyList<SourcePlace> frames)
{
    /// <summary>What is on disk when it was made from the same documents, otherwise a new one.</summary>
    /// <param name="state">Finished.</param>
    /// <param name="analyses">Round 0.</param>
    /// <param name="votes">Every re-verification dispatch.</param>
    /// <exception cref="UserErrorException">The one on disk is not what its own votes give.</exception>
    public ConvergenceDocument Write(ConvergenceState state, IReadOnlyList<DispatchDocument> analyses, IReadOnlyList<DispatchDocument> votes)
    {
        var document = ConvergenceDocuments.Compose(
            state, bundle.Key.ToString(), bundle.Type, bundle.Manifest.Seq, DocumentInputs.Of(bundle, votes, bundle.Layout.Findings), frames);
        var findings = services.Documents.TryRead(bundle.Layout.Findings, FindingsDocumentJson.Default.FindingsDocument);
        document = document with { ReducedConfidence = ReducedConfidence.Holds(document, analyses), Grouping = findings?.Grouping };
        var known = services.Documents.TryRead(bundle.Layout.Convergence, ConvergenceJson.Default.ConvergenceDocument);
        if (known is not null && DocumentInputs.Same(known.Inputs, document.Inputs))
        {
            return StateConsistency.Compare(known, document) is [var difference, ..]
                ? throw new UserErrorException(
                    "OKS0550",
                    $"'{bundle.Layout.Convergence}' was made from these very documents and says something else: {difference}",
                    "it was edited by hand, or written by an okstra with other rules; restore the file from a backup, or move it away to have it made anew")
                : known;
        }

        // Before the document that ends the stage: a kill between the two is made good by whoever goes on.
        ErrorEvents.AppendMissing(services, bundle, ErrorEvents.Of(services, bundle, document.Violations, votes));
        services.Documents.Write(bundle.Layout.Convergence, document, ConvergenceJson.Default.ConvergenceDocument);
        return document;
    }
}
