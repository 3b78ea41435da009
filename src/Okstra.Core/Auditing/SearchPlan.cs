namespace Okstra.Core.Auditing;

/// <summary>What is looked up in the tree for a report: few enough texts for one bounded search.</summary>
public static class SearchPlan
{
    /// <summary>A text with more hits than this locates nothing.</summary>
    public const int MostHits = 400;

    private const int MostSymbols = 40;

    private const int MostWords = 24;

    /// <summary>Names of symbols (each part of a qualified one), message pieces, words.</summary>
    public static IReadOnlyList<string> Texts(BriefSignals signals) =>
    [
        .. signals.Symbols.SelectMany(symbol => Identifiers.Parts(symbol.Text)).Where(part => part.Length >= 3).Distinct(StringComparer.Ordinal).Take(MostSymbols)
            .Concat(FrameNames(signals))
            .Concat(signals.Messages.Select(message => message.Text))
            .Concat(Words(signals).Select(word => word.Text))
            .Distinct(StringComparer.Ordinal),
    ];

    /// <summary>Members that frames without a file name, such as those of a release build, point at.</summary>
    public static IEnumerable<string> FrameNames(BriefSignals signals) => signals.Frames
        .Where(frame => frame.Path.Length == 0)
        .SelectMany(frame => FrameSymbol.Names(frame.Symbol))
        .Distinct(StringComparer.Ordinal)
        .Take(16);

    /// <summary>Words long enough to be worth a search in contents.</summary>
    public static IEnumerable<Term> Words(BriefSignals signals) => signals.Words.Where(word => word.Text.Length >= 4).Take(MostWords);
}
