using Okstra.Core.Markdown;
using Okstra.Core.Reports;
using Okstra.Core.Reports.Importing;
using Okstra.Core.Tasks;
using Okstra.Core.Text;

namespace Okstra.Core.Validation;

/// <summary>Frontmatter, author and warnings above the first section.</summary>
internal static class HeaderRules
{
    public static void Check(ReportDocument report, ReportPage page, Verdicts verdicts)
    {
        var keys = page.Document.FrontMatter.Select(entry => entry.Key).ToList();
        var missing = ReportFrontMatter.Keys.Concat(report.TaskType == TaskType.ImplementationPlanning ? ["approved"] : Array.Empty<string>()).Except(keys, StringComparer.Ordinal).ToList();
        if (missing.Count > 0)
        {
            verdicts.At(Rules.FrontMatter, keys.Count == 0 ? "the report does not begin with a frontmatter block" : $"the frontmatter lacks: {string.Join(", ", missing)}", page.File, TextPlace.Top);
        }

        var blocks = page.Header.SelectMany(section => section.Blocks).ToList();
        var title = page.Header.LastOrDefault(section => section.Level == 1) is { } heading ? ReportPage.Of(heading) : TextPlace.Top;
        var facts = new HeaderFacts(blocks.OfType<MarkdownItem>());
        if (facts.Words("meta.author") is not { } author || !author.Trim('*', ' ').StartsWith(report.Author, StringComparison.Ordinal))
        {
            verdicts.At(Rules.Author, $"the metadata header has no line 'Author: {report.Author}'", page.File, facts.Item("meta.author") is { } item ? ReportPage.Of(item) : title);
        }

        var lines = blocks.Select(Raw).ToList();

        // One warning text in either language is enough; the first words carry the meaning.
        void Told(bool holds, string key, object value)
        {
            if (holds && !lines.Exists(line => Array.Exists(Wording.Languages, texts => line.Contains(texts.Format(key, value), StringComparison.Ordinal))))
            {
                verdicts.At(Rules.Warnings, $"the header does not say: {ReportTexts.In(report.Language).Format(key, value)}", page.File, title);
            }
        }

        Told(report.Header.ReducedConfidence, ReportFacts.ReducedWarning(report.Header), report.Header.UsableWorkers.Count);
        Told(report.Header.UncommittedFiles > 0, "warning.dirty", report.Header.UncommittedFiles);
    }

    private static string Raw(MarkdownBlock block) => block switch
    {
        MarkdownQuote quote => quote.Raw,
        MarkdownParagraph paragraph => paragraph.Raw,
        MarkdownItem item => item.Raw,
        _ => "",
    };
}
