using FsCheck;
using FsCheck.Fluent;
using Okstra.Core.Auditing;

namespace Okstra.Core.Tests.Auditing;

public sealed class BriefParserTests
{
    [Fact]
    public void Symbols_are_found_in_every_form_people_write_them()
    {
        var symbols = Symbols("Calling `total` breaks\n\nboth parse_html and HttpClient fail, so does Cart#give_back, url.build and even flush()\n");

        Assert.Superset(new HashSet<string>(["total", "parse_html", "HttpClient", "Cart.give_back", "url.build", "flush"]), symbols);
    }

    [Fact]
    public void Words_of_prose_are_not_symbols() => Assert.Empty(Symbols("The page is blank.\n\nNothing to see. I waited, then left.\n"));

    [Fact]
    public void A_symbol_of_the_title_weighs_more_than_one_of_a_code_sample()
    {
        var symbols = BriefParser.Parse("`alpha` is wrong\n\n```\nbeta_call(1)\n```\n").Symbols;

        Assert.Equal("alpha", symbols[0].Text);
    }

    [Fact]
    public void Messages_lose_what_a_program_filled_in() =>
        Assert.Contains(BriefParser.Parse("x\n\nValueError: cannot convert 'abc' to a colour\n").Messages, message => message.Text == "cannot convert");

    [Theory]
    [InlineData("see src/cart.ts:12:5", "src/cart.ts", 12)]
    [InlineData("src/cart.ts(12,5): error TS2322: no", "src/cart.ts", 12)]
    [InlineData("https://github.com/acme/shop/blob/main/src/cart.py#L10-L20 is it", "src/cart.py", 10)]
    [InlineData("in lib\\cart.js I think", "lib/cart.js", null)]
    public void Paths_are_found_outside_of_traces(string text, string path, int? line) =>
        Assert.Contains(new PathMention(path, line), BriefParser.Parse($"title\n\n{text}\n").Paths);

    [Fact]
    public void Tickets_are_found() => Assert.Equal(["SHOP-12", "#345"], BriefParser.Parse("SHOP-12 again\n\nlike #345\n").Tickets);

    [Fact]
    public void Frontmatter_is_no_part_of_the_report() => Assert.DoesNotContain("secret_option", Symbols("---\nkey: secret_option\n---\n# Title\n"));

    [Fact]
    public void Every_text_is_parsed_without_an_exception() =>
        Prop.ForAll(ArbMap.Default.ArbFor<string>(), text => BriefParser.Parse(text ?? "").Symbols.Count >= 0).QuickCheckThrowOnFailure();

    [Fact]
    public void A_hostile_report_is_bounded()
    {
        var signals = BriefParser.Parse(string.Concat(Enumerable.Repeat("  at a.B.c(B.java:1)\n\"\"''``((((File \"x.py\", line 1, in y\n", 20_000)));

        Assert.InRange(signals.Frames.Count, 1, 500);
    }

    private static HashSet<string> Symbols(string text) => [.. BriefParser.Parse(text).Symbols.Select(symbol => symbol.Text)];
}
