using Okstra.Core.Auditing;
using Okstra.Core.Findings;

namespace Okstra.Core.Tests.Auditing;

public sealed class QuotePickerTests
{
    [Fact]
    public void A_telling_line_is_quoted_alone()
    {
        var quote = QuotePicker.At("a.py", ["def total(items):", "    return sum(items) / count", "}"], 2)!;

        Assert.Equal((2, 2, "    return sum(items) / count"), (quote.StartLine, quote.EndLine, quote.Quote));
    }

    [Fact]
    public void A_lone_bracket_is_quoted_with_its_neighbours()
    {
        var quote = QuotePicker.At("a.js", ["total(items);", "}", "other(items);"], 2)!;

        Assert.True(quote.StartLine <= 2 && quote.EndLine > 2);
    }

    [Fact]
    public void A_file_without_text_gives_no_quote() => Assert.Null(QuotePicker.At("a.py", ["", "  ", ""], 2));

    [Fact]
    public void Every_quote_holds_where_it_is_cited()
    {
        var lines = string.Join('\n', Enumerable.Range(0, 60).Select(number => number % 3 == 0 ? "" : $"  call_{number}()\t"));
        for (var line = 1; line <= 60; line++)
        {
            var quote = QuotePicker.At("a.py", lines.Split('\n'), line)!;

            Assert.Equal(CitationVerdict.Holds, QuoteMatch.Find(lines, quote.Quote, quote.StartLine, quote.EndLine).Verdict);
        }
    }
}
