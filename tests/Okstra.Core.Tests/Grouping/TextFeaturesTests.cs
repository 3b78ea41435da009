using System.Text;
using Okstra.Core.Convergence;
using Okstra.Core.Findings;
using Okstra.Core.Grouping;
using Okstra.Core.Tests.Convergence;

namespace Okstra.Core.Tests.Grouping;

public sealed class TextFeaturesTests
{
    [Theory]
    [InlineData("파일 핸들 누수", "\u1111\u1161\u110b\u1175\u11af \u1112\u1162\u11ab\u1103\u1173\u11af \u1102\u116e\u1109\u116e")]
    [InlineData("null check of config", "ｎｕｌｌ　ｃｈｅｃｋ　ｏｆ　ｃｏｎｆｉｇ")]
    [InlineData("caller doesn't wait", "caller doesn’t wait")]
    [InlineData("café menu", "cafe\u0301 menu")]
    [InlineData("a race on the counter", "A RACE\u200b on — the «counter»")]
    [InlineData("divides and validates", "divided and validated")]
    [InlineData("널 예외", "null exception")]
    public void Two_ways_of_writing_have_the_same_words(string first, string second) =>
        Assert.Equal(Words(first), Words(second));

    [Theory]
    [InlineData("invalid value", "the cache is never invalidated")]
    [InlineData("divide by zero", "integer division")]
    [InlineData("fills", "file")]
    [InlineData("contains", "container")]
    [InlineData("worked", "worker")]
    public void Different_things_have_different_words(string first, string second) =>
        Assert.NotEqual(new TextFeatures(first).Weights.Keys.Order(StringComparer.Ordinal), new TextFeatures(second).Weights.Keys.Order(StringComparer.Ordinal));

    [Fact]
    public void A_flood_is_looked_at_only_to_its_20000th_character()
    {
        var flood = new StringBuilder().Insert(0, "leak 누수 ", 2_000).Append("deadlock ", 0, 9).Append('\u0301', 10_000_000).ToString();

        Assert.Equal(["#leak"], new TextFeatures(flood[..16_000]).Weights.Keys);
        Assert.Contains("#deadlock", new TextFeatures(flood).Weights.Keys);
        Assert.DoesNotContain("#deadlock", new TextFeatures(new string(' ', 5_000) + flood).Weights.Keys);
    }

    [Fact]
    public void Names_of_code_are_told_from_words()
    {
        var features = new TextFeatures("load() calls parseHeader and read_all; NullPointerException follows");

        Assert.Equal(["load", "nullpointerexception", "parseheader", "read_all"], features.Identifiers.Order(StringComparer.Ordinal));
        Assert.Contains("#null", features.Weights.Keys);
    }

    [Theory]
    [InlineData("def settle(order):", "settle")]
    [InlineData("public decimal Apply(decimal price) => Round(price);", "apply")]
    [InlineData("static const warning = Color(0xFFFF99);", "warning")]
    [InlineData("mailer.send(user.email)", "")]
    [InlineData("fn run()\nfn", "")]
    public void Names_that_a_quote_defines_are_told_from_those_it_uses(string quote, string defined) =>
        Assert.Equal(defined, string.Join(' ', Citing(quote).Definitions));

    [Fact]
    public void Definitions_beyond_the_20000th_character_of_what_is_cited_are_not_looked_at()
    {
        var lines = string.Concat(Enumerable.Repeat("x\n", 9_990));

        Assert.Equal(["early"], Citing(lines + "def early():").Definitions);
        Assert.Empty(Citing(lines + lines + "def later():").Definitions);
    }

    private static FindingSignature Citing(string quote) => new("a", new CheckedFinding(
        new Finding { Id = "1", Kind = "bug", Title = "title", Claim = "claim", Severity = Severity.Major, Confidence = 0.5 },
        [Sample.Holding("a", quote: quote)]));

    private static IEnumerable<KeyValuePair<string, double>> Words(string text) => new TextFeatures(text).Weights.OrderBy(pair => pair.Key, StringComparer.Ordinal);
}
