using Okstra.Core.Markdown;
using Okstra.Core.Reports;
using Okstra.Core.Reports.Importing;

namespace Okstra.Core.Validation;

/// <summary>The Markdown report as the rules look at it: sections by their key, everything with its place.</summary>
internal sealed class ReportPage
{
    public ReportPage(string text, ReportDocument report, string file)
    {
        (Text, File) = (text, file);
        Document = MarkdownDocument.Parse(text);
        Sections = new ReportSections(Document, ReportHeadings.For(report.TaskType));
        IsRendered = string.Equals(text.TrimStart('\uFEFF').ReplaceLineEndings("\n"), Rendered = MarkdownReport.Render(report), StringComparison.Ordinal);
    }

    public string Text { get; }

    public string File { get; }

    public MarkdownDocument Document { get; }

    public ReportSections Sections { get; }

    /// <summary>What the data gives.</summary>
    public string Rendered { get; }

    /// <summary>Nobody edited it, or only its line ends.</summary>
    public bool IsRendered { get; }

    /// <summary>What stands above the first section.</summary>
    public IEnumerable<MarkdownSection> Header => Document.Sections.TakeWhile(section => section.Level < 2);

    public TextPlace PlaceOf(string key) => Sections.Find(key) is { } section ? Of(section) : TextPlace.Top;

    public static TextPlace Of(MarkdownSection section) => new(section.Line, section.Column);

    public static TextPlace Of(MarkdownBlock block) => new(block.Line, block.Column);

    public static TextPlace Of(MarkdownCell cell) => new(cell.Line, cell.Column);

    /// <summary>Last line before the next heading.</summary>
    public int EndOf(MarkdownSection section) => Document.Sections.FirstOrDefault(other => other.Line > section.Line) is { } next ? next.Line - 1 : int.MaxValue;

    /// <summary>The table of a section that has most of the columns, and which of its columns is which.</summary>
    public static (MarkdownTable Table, IReadOnlyList<string?> Columns)? TableOf(MarkdownSection section, IReadOnlyList<string> keys)
    {
        var tables = section.Tables.Select(table => (Table: table, Columns: (IReadOnlyList<string?>)[.. table.Header.Select(cell => ImportScan.Column(cell, keys))])).ToList();
        return tables.Count == 0 ? null : tables.MaxBy(entry => entry.Columns.Count(column => column is not null));
    }
}
