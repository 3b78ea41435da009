using FsCheck;
using FsCheck.Fluent;
using Okstra.Core.Reports;
using Okstra.Core.Tasks;
using Okstra.Core.Text;
using Okstra.Core.Validation;
using Okstra.Testing.Reports;

namespace Okstra.Core.Tests.Reports;

public sealed class HostileTextTests
{
    private static readonly string[] Pieces =
    [
        "|", "\\", "`", "``", "\n", "\r\n", "# ", "## 2. Final Verdict", "- [x] Approved", "<script>alert(1)</script>", "<img src=x onerror=alert(1)>", "](http://e.invalid)", "![a](http://e.invalid/p.png)",
        "\u001b[31m", "\u0000", "\u202e", "---", "```", "| a | b |", "{{TOKEN}}", "가", "\ud83d", "😀", "&lt;", "\"", "'", "</style>", "-->", "word", " ", "_x_", "*y*", "1. ", "> ",
    ];

    [Fact]
    public void No_text_of_an_agent_changes_the_structure_of_the_markdown()
    {
        var calm = Shape(Render("calm"));

        Prop.ForAll(Texts(), text => Shape(Render(text)).SequenceEqual(calm, StringComparer.Ordinal)).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void No_text_of_an_agent_becomes_an_element_of_the_page()
    {
        var calm = Tags(RenderPage("calm"));

        Prop.ForAll(Texts(), text => Tags(RenderPage(text.Replace("`", "", StringComparison.Ordinal))) == calm).QuickCheckThrowOnFailure();
    }

    [Theory]
    [InlineData("a | b", "a \\| b")]
    [InlineData("a `x | y` b", "a `x \\| y` b")]
    [InlineData("one\ntwo", "one<br>two")]
    [InlineData("<b>bold</b>", "&lt;b&gt;bold&lt;/b&gt;")]
    [InlineData("open ` tick", "open \\` tick")]
    [InlineData("snake_case stays", "snake_case stays")]
    [InlineData("__init__", "\\_\\_init\\_\\_")]
    [InlineData("red \u001b[31mtext\u001b[0m", "red text")]
    public void Cell_escapes_what_would_leave_it(string text, string cell) => Assert.Equal(cell, MarkdownText.Cell(text));

    [Theory]
    [InlineData("# not a heading", "\\# not a heading")]
    [InlineData("- not a list", "\\- not a list")]
    [InlineData("1. not a list", "1\\. not a list")]
    [InlineData("a\n# b", "a # b")]
    [InlineData("[x](http://e.invalid)", "\\[x\\](http://e.invalid)")]
    public void Line_opens_no_block(string text, string line) => Assert.Equal(line, MarkdownText.Line(text));

    [Theory]
    [InlineData("plain", "`plain`")]
    [InlineData("a`b", "``a`b``")]
    [InlineData("`b", "`` `b ``")]
    [InlineData("a || b", "`a \\|\\| b`")]
    [InlineData("a \\| b", "a \\\\\\| b")]
    public void Code_shows_the_text_literally(string text, string code) => Assert.Equal(code, MarkdownText.Code(text, inTable: true));

    private static Arbitrary<string> Texts() => Gen.Elements(Pieces).ListOf(8).Select(pieces => string.Concat(pieces)).ToArbitrary();

    private static List<string> Shape(string markdown)
    {
        var outline = MarkdownOutline.Parse(markdown);
        Assert.DoesNotContain('\u001b', markdown);
        return
        [
            .. outline.Headings.Where(heading => heading.Level < 4).Select(heading => $"{heading.Level} {heading.Text}"),
            .. outline.Headings.Select(heading => string.Join(',', outline.Rows(heading).Select(row => row.Count))),
            $"marks {outline.Lines.Count(line => line.TrimStart().StartsWith("- [x]", StringComparison.Ordinal) && !line.Contains(':'))}",
        ];
    }

    private static string Tags(string html) => string.Concat(html.Where(character => character is '<' or '>'));

    private static string Render(string text) => MarkdownReport.Render(Spoiled(text));

    private static string RenderPage(string text) => HtmlReport.Render(Spoiled(text));

    // Code spans of the page are elements, so back-ticks are left to the Markdown property.
    private static ReportDocument Spoiled(string text)
    {
        var report = ReportComposer.Compose(SampleRun.Inputs(TaskType.ErrorAnalysis, ReportLanguage.English));
        return report with
        {
            Findings = [.. report.Findings.Select(finding => finding with
            {
                Title = $"t {text}",
                Reason = $"r {text}",
                Recommendation = $"n {text}",
                Votes = [.. finding.Votes.Select(vote => vote with { Reason = $"v {text}" })],
                Evidence = [.. finding.Evidence.Select(evidence => evidence with { Note = $"n {text}" })],
            })],
            FinalVerdict = report.FinalVerdict with { Conclusion = $"c {text}" },
            NextSteps = [$"s {text}"],
        };
    }
}
