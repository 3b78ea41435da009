using Okstra.Core.Convergence;
using Okstra.Core.Markdown;
using Okstra.Core.Reports;
using Okstra.Core.Reports.Importing;
using Okstra.Core.Tasks;

namespace Okstra.Core.Validation;

/// <summary>What the Markdown has to repeat to the letter: rounds, skip reasons, categories, contested positions, the verdict token.</summary>
internal static class QuotedRules
{
    public static void Check(ReportDocument report, ReportPage page, Verdicts verdicts)
    {
        if (report.Convergence.Enabled && page.Sections.Find("heading.1.3") is { } history)
        {
            Rounds(report, history, page, verdicts);
        }

        foreach (var value in Enum.GetValues<FindingClass>().Where(value => !page.Text.Contains(Wording.Languages[1][$"class.{value.Token()}"], StringComparison.Ordinal)))
        {
            verdicts.At(Rules.Categories, $"the category {value.Token()} is not shown", page.File, page.PlaceOf("heading.1"));
        }

        foreach (var finding in report.Findings.Where(finding => finding.Classification == FindingClass.Contested))
        {
            var positions = finding.Statements.Select(statement => (statement.Worker, Said: statement.Claim)).Concat(finding.Votes.Select(vote => (vote.Worker, Said: vote.Reason)));
            foreach (var (worker, _) in positions.Where(position => !page.Text.Contains(MarkdownText.Cell(position.Said), StringComparison.Ordinal)))
            {
                verdicts.At(Rules.ContestedVerbatim, $"{finding.Id}: the position of '{worker}' is not shown verbatim", page.File, Positions(finding.Id, page));
            }
        }

        Verdict(report, page, verdicts);
    }

    private static void Rounds(ReportDocument report, MarkdownSection history, ReportPage page, Verdicts verdicts)
    {
        var rows = history.Tables.SelectMany(table => table.Rows).ToList();
        foreach (var round in report.RoundHistory)
        {
            var cells = MarkdownCrossVerification.Round(round).Select(cell => cell.Trim()).ToList();
            if (!rows.Exists(row => row.Cells.Select(cell => cell.Raw).SequenceEqual(cells, StringComparer.Ordinal)))
            {
                var place = rows.Find(row => row.Cells is [var first, ..] && first.Raw == cells[0]) is { } row ? ReportPage.Of(row.Cells[0]) : ReportPage.Of(history);
                verdicts.At(Rules.RoundHistory, $"the row of round {round.Round} is not the one of the convergence state", page.File, place);
            }
        }

        var reason = $"round2SkippedReason: `{report.Round2SkippedReason ?? "null"}`";
        if (!history.Items.Any(item => item.Raw.Contains(reason, StringComparison.Ordinal)))
        {
            var place = history.Items.FirstOrDefault(item => item.Raw.StartsWith("round2SkippedReason", StringComparison.Ordinal)) is { } item ? ReportPage.Of(item) : ReportPage.Of(history);
            verdicts.At(Rules.RoundHistory, $"round2SkippedReason is not quoted as '{report.Round2SkippedReason ?? "null"}'", page.File, place);
        }
    }

    private static TextPlace Positions(string finding, ReportPage page) =>
        page.Sections.Find("heading.1.2") is not { } differences ? TextPlace.Top
        : page.Document.Below(differences).FirstOrDefault(section => ImportFindings.Split(section.Raw).Id == finding) is { } positions ? ReportPage.Of(positions)
        : ReportPage.Of(differences);

    // R-REP-46: one row, in the verification and nowhere else.
    private static void Verdict(ReportDocument report, ReportPage page, Verdicts verdicts)
    {
        if (page.Sections.Find("heading.2") is not { } section)
        {
            return;
        }

        var rows = section.Tables.SelectMany(table => table.Rows).Where(row => row.Cells is [var item, ..] && Wording.Is(item.Text, "row.verdictToken")).ToList();
        var wanted = report.TaskType == TaskType.FinalVerification ? 1 : 0;
        if (rows.Count != wanted)
        {
            verdicts.At(Rules.Verdict, $"section '{section.Title}' has {rows.Count} rows 'Verdict Token'; a report of {report.TaskType.Token()} has {wanted}", page.File, rows.Count > 0 ? ReportPage.Of(rows[^1].Cells[0]) : ReportPage.Of(section));
        }
        else if (rows is [{ Cells: [_, var value, ..] }] && value.Code.Trim() != report.VerdictToken)
        {
            verdicts.At(Rules.SaysTheSame, $"the verdict token is '{value.Code}' here and '{report.VerdictToken}' in the data", page.File, ReportPage.Of(value), "read the report in with okstra report import");
        }
    }
}
