using System.Globalization;
using Okstra.Core.Convergence;
using Okstra.Core.Findings;
using Okstra.Core.Sources;
using Okstra.Core.Tasks;

namespace Okstra.Core.Grouping;

/// <summary>Round 0: equal findings of all workers become one, whoever answered first (R-CVG-34).</summary>
public static class Clustering
{
    /// <summary>Findings with ids <c>F-001</c>… in the order of <see cref="FindingOrder"/>.</summary>
    /// <param name="workers">Usable workers with their checked findings, in any order.</param>
    /// <param name="taskType">In error analysis the innermost frame's finding comes first.</param>
    /// <param name="frames">Frames of the brief that lie in the repository, innermost first.</param>
    public static IReadOnlyList<ClusteredFinding> Cluster(IReadOnlyList<WorkerFindings> workers, TaskType taskType, IReadOnlyList<SourcePlace> frames)
    {
        var signatures = Signatures(workers);
        return Compose(new FindingGroups(signatures).BySimilarity(), taskType, frames);
    }

    /// <summary>The same with groups somebody else proposes; what no group names stays alone.</summary>
    /// <param name="workers">Usable workers with their checked findings, in any order.</param>
    /// <param name="taskType">In error analysis the innermost frame's finding comes first.</param>
    /// <param name="frames">Frames of the brief that lie in the repository, innermost first.</param>
    /// <param name="proposed">Which findings make the same claim. A group falls apart where it holds two findings of one worker that the rules would not join.</param>
    public static IReadOnlyList<ClusteredFinding> FromGroups(
        IReadOnlyList<WorkerFindings> workers, TaskType taskType, IReadOnlyList<SourcePlace> frames, IReadOnlyList<IReadOnlyList<FindingSource>> proposed)
    {
        var signatures = Signatures(workers);
        var indices = signatures.Index().ToDictionary(entry => new FindingSource(entry.Item.Worker, entry.Item.Source.Finding.Id), entry => entry.Index);
        var groups = proposed.Select(group => group.Select(source => indices[source]).Order().ToList());
        return Compose(new FindingGroups(signatures).AsProposed(groups), taskType, frames);
    }

    private static List<FindingSignature> Signatures(IReadOnlyList<WorkerFindings> workers) =>
    [
        .. workers
            .SelectMany(worker => worker.Findings.Select(finding => new FindingSignature(worker.Worker, finding)))
            .OrderBy(signature => signature.Key, StringComparer.Ordinal),
    ];

    private static IReadOnlyList<ClusteredFinding> Compose(IEnumerable<List<FindingSignature>> groups, TaskType taskType, IReadOnlyList<SourcePlace> frames) =>
    [
        .. groups
            .Select(Merge)
            .OrderBy(finding => FindingOrder.LeadsByFrame(finding.Evidence, taskType, frames) ? 0 : 1)
            .ThenBy(finding => finding.Severity)
            .ThenByDescending(finding => finding.Confidence)
            .ThenBy(finding => finding.Title, StringComparer.Ordinal)
            .ThenBy(finding => finding.Claim, StringComparer.Ordinal)
            .ThenBy(finding => finding.Sources[0], StringComparer.Ordinal)
            .Select((finding, index) => finding with { Id = string.Create(CultureInfo.InvariantCulture, $"F-{index + 1:D3}") }),
    ];

    private static ClusteredFinding Merge(List<FindingSignature> members)
    {
        var ranked = members
            .OrderByDescending(member => member.Source.Evidence.Count(evidence => evidence.Check == CitationVerdict.Holds))
            .ThenByDescending(member => member.Source.Evidence.Count(evidence => evidence.Carries))
            .ThenByDescending(member => member.Source.Finding.Confidence)
            .ThenBy(member => member.Worker, StringComparer.Ordinal)
            .ThenBy(member => member.Source.Finding.Id, StringComparer.Ordinal)
            .ToList();
        var best = ranked[0].Source.Finding;
        var evidence = ranked.SelectMany(member => member.Source.Evidence).DistinctBy(EvidenceKey, StringComparer.Ordinal).ToList();
        return new ClusteredFinding
        {
            Id = "",
            Authors = [.. members.Select(member => member.Worker).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)],
            Sources = [.. members.Select(member => $"{member.Worker}/{member.Source.Finding.Id}").Order(StringComparer.Ordinal)],
            TicketIds = [.. members.Select(member => member.Source.Finding.TicketId).Where(id => id.Length > 0).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)],
            Kind = best.Kind,
            Title = best.Title,
            Claim = best.Claim,
            Severity = members.Min(member => member.Source.Finding.Severity),
            Confidence = members.Max(member => member.Source.Finding.Confidence),
            Recommendation = ranked.Select(member => member.Source.Finding.Recommendation).FirstOrDefault(text => text.Length > 0) ?? "",
            Evidence = evidence,
            Unsupported = !evidence.Exists(citation => citation.Carries),
            Positions = [.. ranked.OrderBy(member => member.Worker, StringComparer.Ordinal).ThenBy(member => member.Source.Finding.Id, StringComparer.Ordinal).Select(Position)],
        };
    }

    private static AuthorPosition Position(FindingSignature member) => new()
    {
        Worker = member.Worker,
        FindingId = member.Source.Finding.Id,
        Title = member.Source.Finding.Title,
        Claim = member.Source.Finding.Claim,
        Severity = member.Source.Finding.Severity,
        Confidence = member.Source.Finding.Confidence,
        CarryingCitations = member.Source.Evidence.Count(evidence => evidence.Carries),
    };

    private static string EvidenceKey(Evidence evidence) => string.Join(
        '\u001f',
        evidence.Kind,
        evidence.Path,
        evidence.StartLine,
        evidence.EndLine,
        evidence.Sha,
        evidence.Server,
        evidence.Table,
        evidence.Select,
        evidence.ExitCode,
        string.Join('\u001e', evidence.Argv ?? []),
        evidence.Quote);
}
