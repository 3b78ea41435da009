using Okstra.Core.Auditing;
using Okstra.Core.Sources;

namespace Okstra.Engine.Auditing;

/// <summary>From a report to ranked places in the tree: one bounded search, then the best files are read.</summary>
internal static class CandidateSearch
{
    private const int MostRead = 24;

    public static async Task<IReadOnlyList<LocatedCandidate>> RunAsync(ISourceTree tree, BriefSignals signals, CancellationToken cancellationToken)
    {
        if (signals.IsEmpty)
        {
            return [];
        }

        var index = await OwnPackages.IndexAsync(tree, signals, cancellationToken);
        var hits = await tree.SearchAsync(SearchPlan.Texts(signals), SearchPlan.MostHits, cancellationToken);
        var located = new List<LocatedCandidate>();
        foreach (var candidate in CandidateRanking.Rank(signals, index, hits).Take(MostRead))
        {
            if (await tree.ReadTextAsync(candidate.Path, cancellationToken) is { } text && CandidatePlace.Locate(candidate, text, signals) is { } place)
            {
                located.Add(place);
            }
        }

        return located;
    }
}
