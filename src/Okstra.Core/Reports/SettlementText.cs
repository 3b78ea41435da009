using System.Globalization;
using Okstra.Core.Convergence;
using Okstra.Core.Text;

namespace Okstra.Core.Reports;

/// <summary>What became of a finding's cited command, for both renderings.</summary>
internal static class SettlementText
{
    public static string Markdown(SettlementResult settlement, ReportTexts texts)
    {
        var log = settlement.LogPath is { } path ? $" {texts["settlement.log"]}: {MarkdownText.Code(path, inTable: false)}." : "";
        return $"{texts["settlement.label"]}: {Outcome(settlement, texts)} — {MarkdownText.Code(string.Join(' ', settlement.Argv), inTable: false)}{Exits(settlement, texts)}. {MarkdownText.Line(settlement.Reason)}{log}";
    }

    public static string Html(SettlementResult settlement, ReportTexts texts)
    {
        var shape = settlement.Outcome switch { SettlementOutcome.Reproduced => ("holds", "✓"), SettlementOutcome.NotReproduced => ("fails", "✕"), _ => ("unchecked", "?") };
        var badge = $"<span class=\"check {shape.Item1}\"><span aria-hidden=\"true\">{shape.Item2}</span> {HtmlText.Escape(Outcome(settlement, texts))}</span>";
        var log = settlement.LogPath is { } path ? $"<p class=\"small muted\">{HtmlText.Escape(texts["settlement.log"])}: {HtmlText.Code(path)}</p>" : "";
        var lines = settlement.LogTail.Length == 0 ? "" : $"<pre tabindex=\"0\"><code>{string.Concat(settlement.LogTail.Split('\n').Select(line => $"<span class=\"l\">{HtmlText.Escape(line)}</span>"))}</code></pre>";
        return $"<details class=\"settlement\"><summary>{HtmlText.Escape(texts["settlement.label"])}: {badge}</summary><p>{HtmlText.Code(string.Join(' ', settlement.Argv))}{HtmlText.Escape(Exits(settlement, texts))}</p><p class=\"small muted\">{HtmlText.Prose(settlement.Reason)}</p>{log}{lines}</details>";
    }

    private static string Outcome(SettlementResult settlement, ReportTexts texts) => settlement.Outcome is { } outcome ? texts[$"settlement.{outcome.Token()}"] : texts["settlement.none"];

    private static string Exits(SettlementResult settlement, ReportTexts texts) => settlement.CitedExitCode is { } cited
        ? $" ({texts.Format("settlement.exits", cited.ToString(CultureInfo.InvariantCulture), settlement.ExitCode?.ToString(CultureInfo.InvariantCulture) ?? "–", settlement.Runs)})"
        : "";
}
