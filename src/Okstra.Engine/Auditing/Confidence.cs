using Okstra.Core.Auditing;

namespace Okstra.Engine.Auditing;

/// <summary>Turns scores into the estimate a finding carries.</summary>
internal static class Confidence
{
    private const double Highest = 0.92;

    private const double Lowest = 0.15;

    /// <summary>A score from which on more evidence changes nothing; about a frame of our own.</summary>
    private const double FullScore = 12;

    /// <summary>Falls strictly with the rank, so that the order of findings is the order of places.</summary>
    public static IReadOnlyList<double> Of(IReadOnlyList<LocatedCandidate> ranked)
    {
        var confidences = new List<double>();
        var ceiling = Highest;
        foreach (var place in ranked)
        {
            var strength = Math.Min(1, place.Candidate.Score / FullScore);
            var share = place.Candidate.Score / ranked[0].Candidate.Score;
            var value = Math.Round(Math.Min(Lowest + ((Highest - Lowest) * strength * (0.4 + (0.6 * share))), ceiling), 2);
            confidences.Add(value);
            ceiling = Math.Max(0.01, value - 0.01);
        }

        return confidences;
    }
}
