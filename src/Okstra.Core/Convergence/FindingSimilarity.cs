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

    // Logistic regression (ridge 0.001, signs fixed beforehand) over the labelled pairs of development.json and held-out.json, the constant at the best F1 there. See docs/clustering.md.
    private static double Weigh(PairFeatures pair) =>
        -3.03
        + (2.13 * pair.WordsInPlace)
        + (0.64 * pair.DefectsInPlace)
        + (0.96 * pair.WordsNowhere)
        + (3.11 * pair.BeyondTitles)
        + (1.37 * pair.TitlesCovered)
        + (2.19 * pair.TitleInText)
        + (1.24 * pair.SharedFamilies)
        + (1.41 * pair.KnownNames)
        + (2.93 * pair.Defined)
        + (2.04 * pair.Mentions)
        + (0.62 * pair.CrossScript)
        - (1.38 * pair.Apart)
        - (3.04 * pair.Twins)
        - (2.91 * pair.OnlyTitles)
        - (0.91 * pair.OtherFamilies)
        - (0.21 * pair.OwnSubjects)
        - (1.07 * pair.ForeignNames);

    private static double WithinOneWorker(FindingSignature first, FindingSignature second)
    {
        var nowhere = first.Places.Count == 0 && second.Places.Count == 0;
        return nowhere || Distance(first, second) <= SameLines ? WordOverlap.Dice(first.Text.Weights, second.Text.Weights) - NearlyIdentical : double.NegativeInfinity;
    }
}
