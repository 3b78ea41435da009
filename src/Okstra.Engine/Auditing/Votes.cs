using Okstra.Core.Convergence;
using Okstra.Core.Findings;

namespace Okstra.Engine.Auditing;

/// <summary>Votes as an auditor casts them.</summary>
internal static class Votes
{
    /// <summary>Lines around a cited range that still count as the cited place (design: workers).</summary>
    public const int Tolerance = 3;

    private const int MostPlaces = 6;

    public static VoteAnswer Agree(ClusteredFinding finding, string reason, IReadOnlyList<Citation> citations) =>
        new() { FindingId = finding.Id, Vote = Vote.Agree, Reason = reason, Citations = citations };

    public static VoteAnswer Disagree(ClusteredFinding finding, string reason, Citation citation) =>
        new() { FindingId = finding.Id, Vote = Vote.Disagree, Reason = reason, Citations = [citation] };

    public static VoteAnswer Unverifiable(ClusteredFinding finding, string reason) =>
        new() { FindingId = finding.Id, Vote = Vote.Unverifiable, Reason = reason };

    /// <summary>File ranges of a finding that carry it.</summary>
    public static IReadOnlyList<(string Path, int Start, int End)> Places(ClusteredFinding finding) =>
    [
        .. finding.Evidence
            .Where(evidence => evidence is { Kind: "file", Carries: true, Path: not null, StartLine: not null, EndLine: not null })
            .Select(evidence => (evidence.Path!, evidence.StartLine!.Value, evidence.EndLine!.Value))
            .Distinct()
            .Take(MostPlaces),
    ];
}
