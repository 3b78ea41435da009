using Okstra.Core.Reports;
using Okstra.Core.Reports.Importing;

namespace Okstra.Core.Validation;

/// <summary>Rules about the Markdown file: people write into it, so structure is checked and wording is not.</summary>
internal static class MarkdownRules
{
    public static void Check(ReportDocument report, ValidationInputs inputs, Verdicts verdicts)
    {
        var file = inputs.Markdown.Path;
        if (inputs.Markdown.Text is not { } text || string.IsNullOrWhiteSpace(text))
        {
            verdicts.At(Rules.SectionPresent, "the Markdown report is missing or empty", file, TextPlace.Top);
            return;
        }

        var page = new ReportPage(text, report, file);
        if (!page.IsRendered)
        {
            // What is rendered from data is judged by the data; an edited file has to be fit to be read in again.
            ImportRules.Check(page, new ImportDefaults { Identity = new ReportIdentity(inputs.TaskKey, inputs.TaskType, inputs.Seq), Roster = inputs.Roster }, verdicts);
        }

        HeaderRules.Check(report, page, verdicts);
        SectionRules.Check(report, page, verdicts);
        foreach (var (placeholder, index) in Placeholders.In(text).Where(pair => !inputs.ReportData.Text!.Contains(pair.Key, StringComparison.Ordinal)))
        {
            verdicts.At(Rules.NoPlaceholder, $"the placeholder {placeholder} was not replaced", file, TextPlace.Of(text, index));
        }

        QuotedRules.Check(report, page, verdicts);
        ApprovalRules.Check(report, page, verdicts);
        if (!page.IsRendered)
        {
            verdicts.At(Rules.Unchanged, "the Markdown report differs from the one rendered from its data: it was edited", file, FirstDifference(page));
        }
    }

    private static TextPlace FirstDifference(ReportPage page)
    {
        var text = page.Text.TrimStart('\uFEFF').ReplaceLineEndings("\n");
        var same = text.AsSpan().CommonPrefixLength(page.Rendered);
        return TextPlace.Of(text, Math.Min(same, text.Length));
    }
}
