using Okstra.Core.Reports.Deliverables;
using Okstra.Core.Tasks;
using Okstra.Core.Text;

namespace Okstra.Core.Reports;

/// <summary>Sections 2 to 4: verdict, evidence, what is missing.</summary>
internal static class MarkdownVerdict
{
    public static void Write(MarkdownPage page, ReportDocument report, ReportTexts texts)
    {
        page.Heading(2, texts["heading.2"]);
        page.Table(ReportColumns.Of("heading.2", texts), Rows(report, texts));

        page.Heading(2, texts["heading.3"]);
        page.Heading(3, texts["heading.3.1"]);
        page.TableOr(texts["empty.3.1"], ReportColumns.Of("heading.3.1", texts), [.. Evidence(report)]);
        page.Heading(3, texts["heading.3.2"]);
        Analysis(page, report, texts);

        page.Heading(2, texts["heading.4"]);
        page.TableOr(texts["empty.4"], ReportColumns.Of("heading.4", texts),
            [.. report.Risks.Select(row => MarkdownOverview.Cells(row.Id, string.Join(", ", row.TicketIds), row.Kind, row.Item, row.Impact))]);
        MarkdownDeliverables.Write(page, DeliverableBlocks.OfSection4(report), texts);
    }

    private static IEnumerable<IReadOnlyList<string>> Rows(ReportDocument report, ReportTexts texts)
    {
        var verdict = report.FinalVerdict;
        yield return [texts["row.conclusion"], MarkdownText.Cell(verdict.Conclusion)];
        yield return [texts["row.direction"], MarkdownText.Cell(verdict.Direction)];
        if (report.TaskType == TaskType.FinalVerification)
        {
            yield return [texts["row.verdictToken"], MarkdownText.Cell(report.VerdictToken ?? "")];
        }

        yield return [texts["row.basis"], MarkdownText.Cell(string.Join(", ", verdict.BasisIds))];
        yield return [texts["row.rationale"], MarkdownText.Cell(verdict.Rationale)];
        yield return [texts["row.nextStep"], MarkdownText.Cell($"{texts.Format("value.section", verdict.NextStep)}: {report.Routing}")];
    }

    private static IEnumerable<IReadOnlyList<string>> Evidence(ReportDocument report) => report.Findings.SelectMany(finding => finding.Evidence.Select(evidence => new[]
    {
        finding.Id,
        MarkdownText.Cell(evidence.Kind),
        MarkdownText.Code(FindingPlaces.Of(evidence), inTable: true),
        string.Join("<br>", SafeText.Clean(evidence.Quote).Split('\n').Where(line => line.Trim().Length > 0).Select(line => MarkdownText.Code(line, inTable: true))),
        MarkdownText.Cell(MarkdownText.IsBlank(evidence.Note) ? Tokens.Of(evidence.Check) : $"{Tokens.Of(evidence.Check)} ({evidence.Note})"),
        MarkdownText.Cell(evidence.Worker),
    }));

    private static void Analysis(MarkdownPage page, ReportDocument report, ReportTexts texts)
    {
        foreach (var paragraph in report.DetailedAnalysis)
        {
            page.Paragraph(paragraph);
        }

        if (report.Findings.Count == 0)
        {
            page.Raw(texts["empty.3.2"]);
        }

        foreach (var finding in report.Findings)
        {
            page.Heading(4, $"{finding.Id} {MarkdownText.Line(finding.Title)}");
            string[] lines =
            [
                $"- {texts["label.claim"]}: {MarkdownText.Line(finding.Claim)}",
                $"- {texts["label.classReason"]}: {Tokens.Of(finding.Classification)} — {MarkdownText.Line(finding.Reason)}",
                .. MarkdownText.IsBlank(finding.Recommendation) ? Array.Empty<string>() : [$"- {texts["label.recommendation"]}: {MarkdownText.Line(finding.Recommendation)}"],
            ];
            page.Lines(lines);
        }
    }
}
