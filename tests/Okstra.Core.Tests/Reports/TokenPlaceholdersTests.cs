using Okstra.Core.Reports;

namespace Okstra.Core.Tests.Reports;

public sealed class TokenPlaceholdersTests
{
    private const string Report = "| Agent | Total |\n|---|---|\n{{TOKEN_USAGE_ROWS}}\n\n- Total: {{TOKEN_USAGE_TOTAL}}\n- Collected at: {{TOKEN_USAGE_COLLECTED_AT}}\n";

    private static string Replace(string markdown) => TokenPlaceholders.Replace(markdown, ["| lead | 1 |", "| codex-worker | 2 |"], "3", "2026-11-26T10:00:00Z");

    [Fact]
    public void All_three_are_filled_and_everything_else_stays()
    {
        var filled = Replace(Report);

        Assert.Equal("| Agent | Total |\n|---|---|\n| lead | 1 |\n| codex-worker | 2 |\n\n- Total: 3\n- Collected at: 2026-11-26T10:00:00Z\n", filled);
        Assert.Empty(TokenPlaceholders.In(filled));
        Assert.Equal(filled, Replace(filled));
    }

    [Fact]
    public void Line_ends_of_the_report_are_kept()
    {
        var filled = Replace(Report.ReplaceLineEndings("\r\n"));

        Assert.Equal(Replace(Report).ReplaceLineEndings("\r\n"), filled);
    }

    [Fact]
    public void What_a_code_fence_quotes_is_no_placeholder()
    {
        const string Quoted = "```\n{{TOKEN_USAGE_ROWS}}\n```\n";

        Assert.Empty(TokenPlaceholders.In(Quoted));
        Assert.Equal(Quoted, Replace(Quoted));
        Assert.Equal([TokenPlaceholders.Rows, TokenPlaceholders.Total, TokenPlaceholders.CollectedAt], TokenPlaceholders.In(Quoted + Report));
    }
}
