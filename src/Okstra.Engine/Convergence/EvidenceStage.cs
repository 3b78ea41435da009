using Okstra.Core.Convergence;
using Okstra.Core.Findings;
using Okstra.Core.Grouping;
using Okstra.Core.Sources;
using Okstra.Core.Workers;
using Okstra.Engine.Preparation;

namespace Okstra.Engine.Convergence;

/// <summary>Checks every citation of round 0 by code and joins equal findings; leaves the findings document.</summary>
public sealed class EvidenceStage(RunServices services, RunBundle bundle, CitationCheck check, IReadOnlyList<SourcePlace> frames)
{
    private const string NobodyToAsk = "okstra dispatches nobody in this run, so the lead could not be asked";

    /// <summary>Who groups when the run wants the lead to; null where the lead dispatches its workers itself.</summary>
    public LeadGrouping? Lead { get; init; }

    public async Task<FindingsDocument> RunAsync(IReadOnlyList<DispatchDocument> analyses, CancellationToken cancellationToken)
    {
        if (services.Documents.TryRead(bundle.Layout.Findings, FindingsDocumentJson.Default.FindingsDocument) is { } known && DocumentInputs.Same(known.Inputs, Inputs(analyses)))
        {
            return FindingsSeal.Checked(known, bundle);
        }

        var usable = analyses.Where(document => document.Usable && document.Answer is not null).ToList();
        var workers = new List<WorkerFindings>(usable.Count);
        foreach (var document in usable)
        {
            workers.Add(await check.CheckAnswerAsync(document.Worker, document.Answer!, cancellationToken));
        }

        var (findings, grouping) = await GroupAsync(workers, analyses.Max(document => document.EndedAt) ?? "", cancellationToken);
        var extra = bundle.Manifest.Roster.Where(entry => entry.IsExtraVoter).Select(entry => entry.Worker).ToHashSet(StringComparer.Ordinal);
        var made = FindingsSeal.Close(new FindingsDocument
        {
            Inputs = Inputs(analyses),
            Voters = [.. usable.Select(document => new Voter(document.Worker, document.Vendor, !extra.Contains(document.Worker)))],
            Findings = findings,
            Grouping = grouping,
        });
        services.Documents.Write(bundle.Layout.Findings, made, FindingsDocumentJson.Default.FindingsDocument);
        return made;
    }

    private async Task<(IReadOnlyList<ClusteredFinding> Findings, GroupingOutcome Grouping)> GroupAsync(IReadOnlyList<WorkerFindings> workers, string at, CancellationToken cancellationToken)
    {
        if (bundle.Manifest.Convergence.Grouping == GroupingMode.Rules)
        {
            return (Clustering.Cluster(workers, bundle.Type, frames), GroupingOutcome.Rules);
        }

        var (groups, reason) = Lead is null ? (null, NobodyToAsk) : await Lead.AskAsync(workers, at, cancellationToken);
        return groups is null
            ? (Clustering.Cluster(workers, bundle.Type, frames), GroupingOutcome.Fallback(reason!))
            : (Clustering.FromGroups(workers, bundle.Type, frames, groups), GroupingOutcome.ByLead);
    }

    /// <summary>The lead's dispatch is one of the documents the findings were made from.</summary>
    private IReadOnlyDictionary<string, string> Inputs(IReadOnlyList<DispatchDocument> analyses) =>
        DocumentInputs.Of(bundle, LeadGrouping.Known(services, bundle) is { } lead ? [.. analyses, lead] : analyses);
}
