using Okstra.Core.Auditing;

namespace Okstra.Engine.Auditing;

/// <summary>The shared candidates as history ranks them.</summary>
internal static class HistoryOrder
{
    /// <summary>How much a matching history may raise a candidate above its own score.</summary>
    private const double Share = 0.25;

    public static IReadOnlyList<LocatedCandidate> Of(IReadOnlyList<LocatedCandidate> places, HistoryRanking ranking)
    {
        var scores = places.ToDictionary(place => place.Path, place => ranking.Score(place.Path), StringComparer.Ordinal);
        var highest = scores.Values.DefaultIfEmpty(0).Max();
        return highest <= 0
            ? places
            :
            [
                .. places
                    .Select(place => place with { Candidate = place.Candidate with { Score = place.Candidate.Score * (1 + (Share * scores[place.Path] / highest)) } })
                    .OrderByDescending(place => place.Candidate.Score)
                    .ThenBy(place => place.Path, StringComparer.Ordinal),
            ];
    }
}
