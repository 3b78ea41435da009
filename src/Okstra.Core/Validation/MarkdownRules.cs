using System.Text.RegularExpressions;
using Okstra.Core.Convergence;
using Okstra.Core.Reports;
using Okstra.Core.Tasks;
using Okstra.Core.Text;

namespace Okstra.Core.Validation;

/// <summary>Rules about the Markdown file: people write into it, so structure is checked and wording is not.</summary>
internal static partial class MarkdownRules
{
    // R-OPN-74: substrings looked for in headings, whatever the language.
    private static readonly string[] PlanningHeadings =
    [
        "Option Candidates", "Trade-off Matrix", "Recommended Option", "Stepwise Execution Order", "Dependency / Migration Risk",
        "Validation Checklist", "Rollback Strategy", "User Approval Request", "Open Questions",
    ];

    private static readonly ReportTexts[] Languages = [ReportTexts.In(ReportLanguage.Korean), ReportTexts.In(ReportLanguage.English)];

    public static void Check(ReportDocument report, ValidationInputs inputs, Verdicts verdicts)
    {
        var file = inputs.Markdown.Path;
        if (inputs.Markdown.Text is not { } text || string.IsNullOrWhiteSpace(text))
        {
            verdicts.Add(Rules.SectionPresent, "the Markdown report is missing or empty", file);
            return;
        }

        var outline = MarkdownOutline.Parse(text);
        Header(report, outline, file, verdicts);
        Sections(report, outline, file, verdicts);
        foreach (var (placeholder, index) in Placeholders.In(text).Select(pair => (pair.Key, pair.Value)).Where(pair => !inputs.ReportData.Text!.Contains(pair.Key, StringComparison.Ordinal)))
        {
            verdicts.Add(Rules.NoPlaceholder, $"the placeholder {placeholder} was not replaced", file, line: text.AsSpan(0, index).Count('\n') + 1);
        }

        Quoted(report, outline, text, file, verdicts);
        Approval(report, outline, file, verdicts);
        if (!string.Equals(text.ReplaceLineEndings("\n"), MarkdownReport.Render(report), StringComparison.Ordinal))
        {
            verdicts.Add(Rules.Unchanged, "the Markdown report differs from the one rendered from its data: it was edited", file);
        }
    }

    private static void Header(ReportDocument report, MarkdownOutline outline, string file, Verdicts verdicts)
    {
        var missing = ReportFrontMatter.Keys.Concat(report.TaskType == TaskType.ImplementationPlanning ? ["approved"] : Array.Empty<string>()).Except(outline.FrontMatterKeys, StringComparer.Ordinal).ToList();
        if (missing.Count > 0)
        {
            verdicts.Add(Rules.FrontMatter, outline.FrontMatterKeys.Count == 0 ? "the report does not begin with a frontmatter block" : $"the frontmatter lacks: {string.Join(", ", missing)}", file, line: 1);
        }

        var header = outline.Lines.Take((outline.Headings.FirstOrDefault(heading => heading.Level == 2)?.Line ?? outline.Lines.Count) - 1).ToList();
        if (!header.Exists(line => line.TrimStart('-', ' ', '*').StartsWith($"Author: {report.Author}", StringComparison.Ordinal)))
        {
            verdicts.Add(Rules.Author, $"the metadata header has no line 'Author: {report.Author}'", file, line: 1);
        }

        // One warning text in either language is enough; the first words carry the meaning.
        void Told(bool holds, string key, object value)
        {
            if (holds && !header.Exists(line => Array.Exists(Languages, texts => line.Contains(texts.Format(key, value), StringComparison.Ordinal))))
            {
                verdicts.Add(Rules.Warnings, $"the header does not say: {ReportTexts.In(report.Language).Format(key, value)}", file, line: 1);
            }
        }

        Told(report.Header.ReducedConfidence, ReportFacts.ReducedWarning(report.Header), report.Header.UsableWorkers.Count);
        Told(report.Header.UncommittedFiles > 0, "warning.dirty", report.Header.UncommittedFiles);
    }

    private static void Sections(ReportDocument report, MarkdownOutline outline, string file, Verdicts verdicts)
    {
        var last = 0;
        foreach (var section in MarkdownSections.Of(report))
        {
            var heading = outline.Find([.. Languages.Select(texts => texts[section.Key])]);
            if (heading is null)
            {
                verdicts.Add(Rules.SectionPresent, $"section '{ReportTexts.In(report.Language)[section.Key]}' is missing", file);
                continue;
            }

            if (heading.Line < last)
            {
                verdicts.Add(Rules.SectionOrder, $"section '{heading.Text}' stands too early", file, line: heading.Line);
            }

            last = Math.Max(last, heading.Line);
            Content(section, heading, outline, file, verdicts);
        }
    }

    private static void Content(MarkdownSections.Section section, MarkdownHeading heading, MarkdownOutline outline, string file, Verdicts verdicts)
    {
        if (section is { Rows: 0, EmptyKey: { } key })
        {
            if (!outline.Body(heading).Any(line => Array.Exists(Languages, texts => line.Trim() == texts[key])) && outline.Rows(heading).Count == 0)
            {
                verdicts.Add(Rules.EmptyState, $"section '{heading.Text}' is empty and does not say so", file, line: heading.Line);
            }
        }
        else if (section.Rows > 0)
        {
            var rows = outline.Rows(heading);
            var columns = rows.Count == 0 ? [] : rows[0];
            if (rows.Count < section.Rows + 1 || !Array.Exists(Languages, texts => columns.SequenceEqual(ReportColumns.Of(section.Key, texts), StringComparer.Ordinal)))
            {
                verdicts.Add(Rules.TableKept, $"section '{heading.Text}' must be a table of {section.Rows} rows with its columns", file, line: heading.Line);
            }
        }
    }

    private static void Quoted(ReportDocument report, MarkdownOutline outline, string text, string file, Verdicts verdicts)
    {
        if (report.Convergence.Enabled && outline.Find(Languages[0]["heading.1.3"]) is { } history)
        {
            var rows = outline.Rows(history);
            foreach (var round in report.RoundHistory.Where(round => !rows.Any(row => row.SequenceEqual(MarkdownCrossVerification.Round(round).Select(cell => cell.Trim()), StringComparer.Ordinal))))
            {
                verdicts.Add(Rules.RoundHistory, $"the row of round {round.Round} is not the one of the convergence state", file, line: history.Line);
            }

            if (!outline.Body(history).Any(line => line.Contains($"round2SkippedReason: `{report.Round2SkippedReason ?? "null"}`", StringComparison.Ordinal)))
            {
                verdicts.Add(Rules.RoundHistory, $"round2SkippedReason is not quoted as '{report.Round2SkippedReason ?? "null"}'", file, line: history.Line);
            }
        }

        foreach (var value in Enum.GetValues<FindingClass>().Where(value => !text.Contains(Languages[1][$"class.{value.Token()}"], StringComparison.Ordinal)))
        {
            verdicts.Add(Rules.Categories, $"the category {value.Token()} is not shown", file);
        }

        foreach (var finding in report.Findings.Where(finding => finding.Classification == FindingClass.Contested))
        {
            var positions = finding.Statements.Select(statement => (statement.Worker, Said: statement.Claim)).Concat(finding.Votes.Select(vote => (vote.Worker, Said: vote.Reason)));
            foreach (var (worker, _) in positions.Where(position => !text.Contains(MarkdownText.Cell(position.Said), StringComparison.Ordinal)))
            {
                verdicts.Add(Rules.ContestedVerbatim, $"{finding.Id}: the position of '{worker}' is not shown verbatim", file);
            }
        }
    }

    private static void Approval(ReportDocument report, MarkdownOutline outline, string file, Verdicts verdicts)
    {
        var planning = report.TaskType == TaskType.ImplementationPlanning;
        foreach (var name in planning ? PlanningHeadings.Where(name => !outline.Headings.Any(heading => heading.Text.Contains(name, StringComparison.Ordinal))) : [])
        {
            verdicts.Add(Rules.PlanningHeadings, $"no heading contains '{name}'", file);
        }

        var marks = outline.Lines.Select((line, index) => (line, Line: index + 1)).Where(entry => ApprovalMark().IsMatch(entry.line)).Select(entry => entry.Line).ToList();
        var top = outline.Find(Languages[0]["heading.0"])?.Line ?? int.MaxValue;
        if (planning ? marks.Count != 1 || marks[0] > top : marks.Count > 0)
        {
            verdicts.Add(Rules.ApprovalBlock, planning ? $"{marks.Count} approval marks; exactly one above section 0 is valid" : "only a planning report has an approval mark", file, line: marks.Count == 0 ? null : marks[^1]);
        }
    }

    [GeneratedRegex(@"^[ \t]*[-*+][ \t]+\[[ xX]\][ \t]*Approved", RegexOptions.NonBacktracking | RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex ApprovalMark();
}
