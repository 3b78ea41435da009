using Okstra.Core.Markdown;
using Okstra.Core.Reports;
using Okstra.Core.Reports.Importing;
using Okstra.Core.Tasks;
using Okstra.Core.Text;

namespace Okstra.Core.Validation;

/// <summary>Sections are there, in their order, with their table or the line that stands for an empty one, and none is another task type's.</summary>
internal static class SectionRules
{
    public static void Check(ReportDocument report, ReportPage page, Verdicts verdicts)
    {
        MarkdownSection? last = null;
        foreach (var section in MarkdownSections.Of(report))
        {
            if (page.Sections.Find(section.Key) is not { } found)
            {
                // R-REP-53: three task types always say what follows, the others only when something does.
                if (section is not { Key: "heading.7", Rows: 0 } || !report.TaskType.IsAnalysis())
                {
                    Missing(ReportTexts.In(report.Language)[section.Key], last, page, verdicts);
                }

                continue;
            }

            if (last is not null && found.Line < last.Line)
            {
                verdicts.At(Rules.SectionOrder, $"section '{found.Title}' stands too early: it belongs below '{last.Title}' (line {last.Line})", page.File, ReportPage.Of(found));
            }

            last = last is null || found.Line > last.Line ? found : last;
            Content(section, found, page, verdicts);
        }

        Foreign(report, page, verdicts);
    }

    private static void Missing(string title, MarkdownSection? last, ReportPage page, Verdicts verdicts) =>
        verdicts.At(
            Rules.SectionPresent,
            $"section '{title}' is missing{(last is null ? "" : $"; it belongs below '{last.Title}'")}",
            page.File,
            last is null ? TextPlace.Top : ReportPage.Of(last));

    private static void Content(MarkdownSections.Section section, MarkdownSection found, ReportPage page, Verdicts verdicts)
    {
        var end = page.EndOf(found);
        if (section is { Rows: 0, EmptyKey: { } key })
        {
            if (!found.Items.Any(item => Wording.Is(item.Raw, key, '-')) && !found.Tables.Any() && !verdicts.Has(Rules.EmptyState, page.File, found.Line, end))
            {
                verdicts.At(Rules.EmptyState, $"section '{found.Title}' is empty and does not say so", page.File, ReportPage.Of(found), $"write the line '{Wording.Languages[1][key]}'");
            }
        }
        else if (section.Rows > 0 && !verdicts.Has(Rules.TableKept, page.File, found.Line, end))
        {
            Table(section.Rows.Value, ReportColumns.KeysOf(section.Columns ?? section.Key), found, page, verdicts);
        }
    }

    private static void Table(int rows, IReadOnlyList<string> keys, MarkdownSection found, ReportPage page, Verdicts verdicts)
    {
        if (ReportPage.TableOf(found, keys) is not var (table, columns))
        {
            verdicts.At(Rules.TableKept, $"section '{found.Title}' has no table; its data has {rows} rows", page.File, found.Blocks is [var first, ..] ? ReportPage.Of(first) : ReportPage.Of(found));
            return;
        }

        var missing = keys.Except(columns.OfType<string>(), StringComparer.Ordinal).Select(key => $"'{Wording.Languages[1][$"column.{key}"]}'").ToList();
        if (missing.Count > 0)
        {
            verdicts.At(Rules.TableKept, $"the table of '{found.Title}' lacks {string.Join(", ", missing)}", page.File, ReportPage.Of(table), "add the column; the order of columns does not matter");
        }

        if (table.Rows.Count < rows)
        {
            verdicts.At(Rules.TableKept, $"the table of '{found.Title}' has {table.Rows.Count} rows, its data {rows}", page.File, ReportPage.Of(table));
        }
    }

    // A finding's title may be anything, so sections below a row id are never looked at.
    private static void Foreign(ReportDocument report, ReportPage page, Verdicts verdicts)
    {
        var own = ReportHeadings.For(report.TaskType);
        var names = TaskTypes.All.SelectMany(ReportHeadings.For).Except(own, StringComparer.Ordinal)
            .SelectMany(key => Wording.Languages.Select(texts => texts[key]).Where(text => key == "heading.approval" || Wording.NumberOf(text).Length > 0))
            .Select(Wording.Normal)
            .ToHashSet(StringComparer.Ordinal);
        var hasDeliverables = report.TaskType is TaskType.ImplementationPlanning or TaskType.Implementation or TaskType.FinalVerification;
        foreach (var section in page.Document.Sections.Where(section => section.Level >= 2 && !RowIds.IsRowId(section.Title.Split(' ')[0])))
        {
            var number = Wording.NumberOf(section.Title);
            var isOther = names.Contains(Wording.Normal(section.Title))
                || (IsBelow(number, "4.6") && report.TaskType != TaskType.ReleaseHandoff)
                || (IsBelow(number, "4.5") && !hasDeliverables);
            if (isOther)
            {
                verdicts.At(Rules.SectionsOfType, $"section '{section.Title}' is none of {report.TaskType.Token()}", page.File, ReportPage.Of(section));
            }
        }
    }

    private static bool IsBelow(string number, string section) => number == section || number.StartsWith($"{section}.", StringComparison.Ordinal);
}
