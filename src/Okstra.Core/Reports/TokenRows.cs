using System.Globalization;
using Okstra.Core.Runs;
using Okstra.Core.Text;

namespace Okstra.Core.Reports;

/// <summary>What stands at the token placeholders of a session's report, in the form every report has (R-REP-16); what nobody knows is <c>unavailable</c>.</summary>
public static class TokenRows
{
    /// <summary>Lines of the table: one for each agent, then their sum.</summary>
    public static IReadOnlyList<string> Of(IReadOnlyList<TokenUsageRow> agents, ReportTexts texts) => [.. TokenTable.Rows(agents, texts).Select(row => $"| {string.Join(" | ", row.Select(MarkdownText.Cell))} |")];

    /// <summary>The sum, and whose tokens are not in it.</summary>
    public static string Total(UsageSummary summary, ReportTexts texts)
    {
        var unavailable = texts["value.unavailable"];
        var missing = summary.ByAgent.Where(agent => agent.Value is null).Select(agent => MarkdownText.Line(agent.Key)).ToList();
        var total = summary.TotalTokens?.ToString("N0", CultureInfo.InvariantCulture) ?? unavailable;
        return missing.Count == 0 || summary.TotalTokens is null ? total : $"{total} ({unavailable}: {string.Join(", ", missing)})";
    }
}
