using Okstra.Core.Convergence;
using Okstra.Core.Findings;
using Okstra.Core.Sources;
using Okstra.Core.Workers;
using Okstra.Engine.Preparation;

namespace Okstra.Engine.Convergence;

/// <summary>Checks every citation of round 0 by code and joins equal findings; leaves the findings document.</summary>
public sealed class EvidenceStage(RunServices services, RunBundle bundle, CitationCheck check, IReadOnlyList<SourcePlace> frames)
{
    public async Task<FindingsDocument> RunAsync(IReadOnlyList<DispatchDocument> analyses, CancellationToken cancellationToken)
    {
        var inputs = DocumentInputs.Of(bundle, analyses);
        if (services.Documents.TryRead(bundle.Layout.Findings, FindingsDocumentJson.Default.FindingsDocument) is { } known && DocumentInputs.Same(known.Inputs, inputs))
        {
            return known;
        }

        var usable = analyses.Where(document => document.Usable && document.Answer is not null).ToList();
        var workers = new List<WorkerFindings>(usable.Count);
        foreach (var document in usable)
        {
            workers.Add(await check.CheckAnswerAsync(document.Worker, document.Answer!, cancellationToken));
        }

        var extra = bundle.Manifest.Roster.Where(entry => entry.IsExtraVoter).Select(entry => entry.Worker).ToHashSet(StringComparer.Ordinal);
        var made = new FindingsDocument
        {
            Inputs = inputs,
            Voters = [.. usable.Select(document => new Voter(document.Worker, document.Vendor, !extra.Contains(document.Worker)))],
            Findings = Clustering.Cluster(workers, bundle.Type, frames),
        };
        services.Documents.Write(bundle.Layout.Findings, made, FindingsDocumentJson.Default.FindingsDocument);
        return made;
    }
}
