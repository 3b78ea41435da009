namespace Okstra.Core.Grouping;

/// <summary>What speaks for and against two findings being one; each figure 0 to 1 unless said otherwise.</summary>
internal sealed record PairFeatures
{
    /// <summary>Lines that still are one place: agents cite a statement, its condition or its whole block.</summary>
    private const int SameLines = 3;

    /// <summary>From this overlap on (Dice) two titles say the same.</summary>
    private const double SameTitle = 0.6;

    /// <summary>Up to this overlap (Dice) two texts are not made alike.</summary>
    private const double DifferentTexts = 0.4;

    /// <summary>Weights of foreign place words beyond this add nothing.</summary>
    private const double EnoughMentions = 3;

    /// <summary>Both cite places, which do not touch.</summary>
    public required double Apart { get; init; }

    /// <summary>At one place: how much of the shorter text is in the other, words of the cited code counting less.</summary>
    public required double WordsInPlace { get; init; }

    /// <summary>At one place: how many of the defect words agree.</summary>
    public required double DefectsInPlace { get; init; }

    /// <summary>How much of the texts agrees beyond what both titles say.</summary>
    public required double BeyondTitles { get; init; }

    /// <summary>The titles are the same and nothing else is: one symptom with two causes.</summary>
    public required double OnlyTitles { get; init; }

    /// <summary>Families of defects the claims share.</summary>
    public required double SharedFamilies { get; init; }

    /// <summary>How much of either title the other text covers.</summary>
    public required double TitlesCovered { get; init; }

    /// <summary>Both name families of defects, and none is shared.</summary>
    public required double OtherFamilies { get; init; }

    /// <summary>At different places: each speaks of something in its own cited code that the other does not know.</summary>
    public required double OwnSubjects { get; init; }

    /// <summary>At different places: each names code the other does not know.</summary>
    public required double ForeignNames { get; init; }

    /// <summary>At different places: the other knows every name of one of them.</summary>
    public required double KnownNames { get; init; }

    /// <summary>At different places: weight of the words of one that stand only in what the other cites; 0 to 3.</summary>
    public required double Mentions { get; init; }

    /// <summary>One is written in Hangul or CJK, the other is not.</summary>
    public required double CrossScript { get; init; }

    /// <summary>One of them cites nothing: how much of the shorter text is in the other.</summary>
    public required double WordsNowhere { get; init; }

    /// <summary>At different places: one cites the definition of a name that the other speaks of or cites, and does not define itself.</summary>
    public required double Defined { get; init; }

    /// <summary>At different places: the texts are made alike, but a title has a word the other does not know: the same mistake, made twice.</summary>
    public required double Twins { get; init; }

    /// <summary>The title that is covered best by the other text.</summary>
    public required double TitleInText { get; init; }

    public static PairFeatures Of(FindingSignature first, FindingSignature second)
    {
        var distance = FindingSimilarity.Distance(first, second);
        var here = distance <= SameLines;
        var titles = first.Title.Weights.Keys.Where(second.Title.Weights.ContainsKey).ToHashSet(StringComparer.Ordinal);
        var beyond = WordOverlap.Contained(first.ClaimWeights, second.ClaimWeights, titles);
        var title = WordOverlap.Dice(first.Title.Weights, second.Title.Weights);
        return new PairFeatures
        {
            Apart = distance > 0 ? 1 : 0,
            WordsInPlace = here ? WordOverlap.Contained(first.ClaimWeights, second.ClaimWeights) : 0,
            DefectsInPlace = here ? WordOverlap.Contained(first.DefectWeights, second.DefectWeights) : 0,
            BeyondTitles = beyond,
            OnlyTitles = title > SameTitle ? title * Math.Max(0, 1 - (3 * beyond)) : 0,
            SharedFamilies = Shared(first.Claim.Families, second.Claim.Families),
            TitlesCovered = (WordOverlap.Covered(first.Title.Weights, second.Text.Weights) + WordOverlap.Covered(second.Title.Weights, first.Text.Weights)) / 2,
            OtherFamilies = first.Text.Families.Count > 0 && second.Text.Families.Count > 0 && !first.Text.Families.Overlaps(second.Text.Families) ? 1 : 0,
            OwnSubjects = !here && HasOwnSubject(first, second) && HasOwnSubject(second, first) ? 1 : 0,
            ForeignNames = !here && HasForeignName(first, second) && HasForeignName(second, first) ? 1 : 0,
            KnownNames = !here && (AllNamesKnown(first, second) || AllNamesKnown(second, first)) ? 1 : 0,
            Mentions = here ? 0 : Math.Min(EnoughMentions, Mentioned(first, second) + Mentioned(second, first)),
            WordsNowhere = distance is null ? WordOverlap.Contained(first.ClaimWeights, second.ClaimWeights) : 0,
            Defined = distance > SameLines && (Defines(first, second) || Defines(second, first)) ? 1 : 0,
            Twins = distance > 0 && (HasOwnTitle(first, second) || HasOwnTitle(second, first)) ? 2 * Math.Max(0, WordOverlap.Dice(first.Text.Weights, second.Text.Weights) - DifferentTexts) : 0,
            TitleInText = Math.Max(WordOverlap.Covered(first.Title.Weights, second.Text.Weights), WordOverlap.Covered(second.Title.Weights, first.Text.Weights)),
            CrossScript = first.Text.IsSyllabic != second.Text.IsSyllabic ? 1 : 0,
        };
    }

    private static double Shared(IReadOnlySet<string> first, IReadOnlySet<string> second)
    {
        var fewer = Math.Min(first.Count, second.Count);
        return fewer == 0 ? 0 : (double)first.Count(second.Contains) / fewer;
    }

    private static bool HasOwnSubject(FindingSignature one, FindingSignature other) => one.Subjects.Any(feature => !other.Knows(feature));

    private static bool HasOwnTitle(FindingSignature one, FindingSignature other) => one.Title.Weights.Keys.Any(feature => !other.Knows(feature));

    private static bool Defines(FindingSignature one, FindingSignature other) => one.Definitions.Any(name => other.Writes(name) && !other.Definitions.Contains(name));

    private static bool HasForeignName(FindingSignature one, FindingSignature other) => one.Names.Any(name => !other.KnowsName(name));

    private static bool AllNamesKnown(FindingSignature one, FindingSignature other) => one.Names.Count > 0 && one.Names.All(other.KnowsName);

    private static double Mentioned(FindingSignature one, FindingSignature other)
    {
        var weight = 0.0;
        foreach (var (feature, own) in one.Text.Weights)
        {
            weight += other.Cited.Weights.ContainsKey(feature) && !one.Cited.Weights.ContainsKey(feature) ? own : 0;
        }

        return weight;
    }
}
