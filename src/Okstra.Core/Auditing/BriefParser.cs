using System.Text.RegularExpressions;

namespace Okstra.Core.Auditing;

/// <summary>Reads any bug report: traces of many runtimes, paths, symbols, messages, words. Total: every text gives signals, possibly none.</summary>
public static class BriefParser
{
    private static readonly Regex Ticket = new(@"\b[A-Z][A-Z0-9]{1,9}-[0-9]{1,6}\b|#[0-9]{1,6}\b", RegexOptions.NonBacktracking);

    public static BriefSignals Parse(string text)
    {
        var lines = BriefText.Read(text).Lines;
        var frames = FrameParser.Parse(lines, out var consumed);
        return new BriefSignals
        {
            Frames = frames,
            Paths = PathParser.Parse(lines, consumed),
            Symbols = SymbolParser.Parse(lines, consumed),
            Messages = MessageParser.Parse(lines, consumed),
            Words = WordParser.Parse(lines, consumed),
            Tickets = [.. lines.SelectMany(line => Ticket.Matches(line.Text).Select(match => match.Value)).Where(id => !id.StartsWith("UTF-", StringComparison.Ordinal)).Distinct(StringComparer.Ordinal).Take(12)],
        };
    }
}
