namespace Okstra.Core.Convergence;

/// <summary>Whether two findings make the same claim, weighed from <see cref="PairFeatures"/>.</summary>
public static class FindingSimilarity
{
    /// <summary>How far the words of one worker's two findings must agree; workers seldom repeat themselves.</summary>
    private const double NearlyIdentical = 0.9;

    private const int SameLines = 3;

    /// <summary>Log-odds of one claim: above 0 they are the same.</summary>
    public static double Score(FindingSignature first, FindingSignature second) =>
        string.Equals(first.Worker, second.Worker, StringComparison.Ordinal) ? WithinOneWorker(first, second) : Weigh(PairFeatures.Of(first, second));

    /// <summary>Lines between the nearest cited places; <see cref="int.MaxValue"/> in different files; null when one of them cites none.</summary>
    public static int? Distance(FindingSignature first, FindingSignature second)
    {
        if (first.Places.Count == 0 || second.Places.Count == 0)
        {
            return null;
        }

        var nearest = int.MaxValue;
        foreach (var one in first.Places)
        {
            foreach (var other in second.Places)
            {
                if (string.Equals(one.Path, other.Path, StringComparison.Ordinal))
                {
                    nearest = Math.Min(nearest, Math.Max(0, Math.Max(one.Start - other.End, other.Start - one.End)));
                }
            }
        }

        return nearest;
    }

    // Logistic regression (ridge 0.003) over the labelled pairs of development.json; the signs were fixed beforehand. See docs/clustering.md.
    private static double Weigh(PairFeatures pair) =>
        -1.70
        + (1.91 * pair.WordsInPlace)
        + (0.64 * pair.DefectsInPlace)
        + (1.62 * pair.BeyondTitles)
        + (1.91 * pair.TitlesCovered)
        + (0.84 * pair.SharedFamilies)
        + (1.89 * pair.KnownNames)
        + (1.82 * pair.Mentions)
        + (0.60 * pair.CrossScript)
        - (0.77 * pair.Apart)
        - (1.68 * pair.OnlyTitles)
        - (1.08 * pair.OtherFamilies)
        - (0.99 * pair.OwnSubjects)
        - (1.29 * pair.ForeignNames);

    private static double WithinOneWorker(FindingSignature first, FindingSignature second)
    {
        var nowhere = first.Places.Count == 0 && second.Places.Count == 0;
        return nowhere || Distance(first, second) <= SameLines ? WordOverlap.Dice(first.Text.Weights, second.Text.Weights) - NearlyIdentical : double.NegativeInfinity;
    }
}
