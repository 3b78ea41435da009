using Okstra.Core.Findings;
using Okstra.Core.Text;

namespace Okstra.Core.Tests.Findings;

public sealed class QuoteMatchTests
{
    private static readonly string Source = string.Join('\n', Enumerable.Range(1, 100).Select(line => line switch
    {
        10 => "def average(values):",
        11 => "    total = sum(values)",
        12 => "    return total / len(values)",
        90 => "    return total / len(values)",
        _ => $"# line {line}.",
    }));

    [Theory]
    [InlineData("return total / len(values)", 12, 12, CitationVerdict.Holds, 12, 12)]
    [InlineData("return   total /\tlen(values)", 12, 12, CitationVerdict.Holds, 12, 12)]
    [InlineData("def average(values):\n total = sum(values)", 10, 11, CitationVerdict.Holds, 10, 11)]
    // Three lines off still holds, four do not.
    [InlineData("return total / len(values)", 9, 9, CitationVerdict.Holds, 9, 9)]
    [InlineData("return total / len(values)", 15, 15, CitationVerdict.Holds, 15, 15)]
    [InlineData("return total / len(values)", 8, 8, CitationVerdict.Moved, 12, 12)]
    [InlineData("return total / len(values)", 16, 16, CitationVerdict.Moved, 12, 12)]
    // The nearest occurrence is taken.
    [InlineData("return total / len(values)", 70, 70, CitationVerdict.Moved, 90, 90)]
    [InlineData("def average(values): total = sum(values)", 50, 50, CitationVerdict.Moved, 10, 11)]
    [InlineData("return total // len(values)", 12, 12, CitationVerdict.Fails, 12, 12)]
    [InlineData("", 12, 12, CitationVerdict.Fails, 12, 12)]
    [InlineData("  r e ", 12, 12, CitationVerdict.Fails, 12, 12)]
    [InlineData("return total / len(values)", 12, 2_000_000_000, CitationVerdict.Holds, 12, 100)]
    [InlineData("return total / len(values)", 2_000_000_000, 2_000_000_000, CitationVerdict.Moved, 90, 90)]
    public void Quote_holds_near_its_lines_and_is_moved_elsewhere(string quote, int start, int end, CitationVerdict verdict, int foundStart, int foundEnd) =>
        Assert.Equal(new QuotePlace(verdict, foundStart, foundEnd), QuoteMatch.Find(Source, quote, start, end));

    [Fact]
    public void Quote_that_was_cut_is_compared_without_its_mark() =>
        Assert.Equal(CitationVerdict.Holds, QuoteMatch.Find(Source, "return total / len" + SafeText.TruncationMark, 12, 12).Verdict);

    [Theory]
    [InlineData("\u1112\u1161\u11ab\u1100\u1173\u11af", "한글")]
    [InlineData("\u1100\u1161", "가")]
    [InlineData("\uac00\u11a8", "각")]
    [InlineData("a\u11a8", "a\u11a8")]
    [InlineData("\u1112", "\u1112")]
    [InlineData("plain", "plain")]
    public void Jamo_are_composed_by_arithmetic(string decomposed, string composed) => Assert.Equal(composed, HangulComposer.Compose(decomposed));

    [Fact]
    public void Decomposed_hangul_matches_its_syllables_in_both_directions()
    {
        const string syllables = "// 목록이 비어 있으면 예외";
        var jamo = string.Concat(syllables.Select(Decompose));
        Assert.NotEqual(syllables, jamo);

        Assert.Equal(CitationVerdict.Holds, QuoteMatch.Find($"x\n{syllables}\n", jamo, 2, 2).Verdict);
        Assert.Equal(CitationVerdict.Holds, QuoteMatch.Find($"x\n{jamo}\n", syllables, 2, 2).Verdict);
    }

    [Fact]
    public void Every_syllable_is_composed_from_its_jamo() =>
        Assert.All(Enumerable.Range(0xAC00, 11_172), code => Assert.Equal(((char)code).ToString(), HangulComposer.Compose(Decompose((char)code))));

    [Theory]
    [InlineData("a\r\nb", "a\nb")]
    [InlineData("a\u001b[1;31mred\u001b[0mb", "aredb")]
    [InlineData("\u001b]8;;http://x\u001b\\link\u001b]8;;\u001b\\", "link")]
    [InlineData("\u001b]unterminated\nnext", "\nnext")]
    [InlineData("x\u009b31my", "xy")]
    [InlineData("tab\tstays", "tab\tstays")]
    [InlineData("zero\u200bwidth\ufeff", "zerowidth")]
    [InlineData("smile \ud83d\ude00", "smile \ud83d\ude00")]
    [InlineData("\u001b", "")]
    public void Clean_text_shows_what_a_person_would_read(string text, string expected) => Assert.Equal(expected, SafeText.Clean(text));

    [Fact]
    public void Half_a_surrogate_pair_becomes_a_replacement_character() => Assert.Equal("half \ufffd", SafeText.Clean("half \ud83d"));

    [Fact]
    public void One_line_text_is_one_line_of_bounded_length()
    {
        Assert.Equal("a b c", SafeText.OneLine(" a\n\tb  c \r\n", 10));
        Assert.Equal("abcd…", SafeText.OneLine("abcdefgh", 5));
    }

    private static string Decompose(char character)
    {
        var index = character - 0xAC00;
        if (index is < 0 or >= 11_172)
        {
            return character.ToString();
        }

        var tail = index % 28;
        return $"{(char)(0x1100 + (index / 588))}{(char)(0x1161 + (index % 588 / 28))}{(tail == 0 ? "" : ((char)(0x11A7 + tail)).ToString())}";
    }
}
