using Okstra.Core.Convergence;
using Okstra.Core.Findings;
using Okstra.Core.Markdown;
using Okstra.Core.Reports;
using Okstra.Core.Text;
using Okstra.Pages.Tests.Browser;
using Okstra.Pages.Tests.Markdown;
using Okstra.Pages.Tests.Support;
using Okstra.Testing.Reports;

namespace Okstra.Pages.Tests.Html;

public sealed class CompletePageTests(PageBrowser browser)
{
    public static TheoryData<string> Reports => [.. ProductPages.Tried.Select(row => row.Data).Intersect(ReportCatalogue.All.Select(entry => entry.Name), StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Reports))]
    public async Task Every_heading_cell_and_item_of_the_markdown_stands_on_the_page(string name)
    {
        var report = ReportCatalogue.All.First(entry => entry.Name == name).Report;
        var markdown = MarkdownReport.Render(report);
        await using var tab = await browser.OpenAsync(ProductPages.File(name), Look.All[0], scripted: false);
        var page = Squeezed(await tab.Page.Locator(".shell").TextContentAsync() ?? "");

        var missing = Texts(MarkdownDocument.Parse(markdown)).Select(Squeezed).Where(text => text.Length > 0).Except(Shapes(ReportTexts.In(report.Language)), StringComparer.Ordinal).Where(text => !page.Contains(text, StringComparison.Ordinal));

        Assert.True(!missing.Any(), string.Join('\n', missing));
    }

    // Counts are badges on the page, positions are quotations and classes have names: their columns and tokens have no place there.
    private static IEnumerable<string> Shapes(ReportTexts texts) =>
        [texts["column.class"], texts["column.count"], texts["column.vote"], texts["column.counted"], texts["column.position"], texts["label.claim"], .. Enum.GetValues<FindingClass>().Select(Tokens.Of)];

    private static IEnumerable<string> Texts(MarkdownDocument document) => document.Sections.SelectMany(section => (string[])
    [
        .. Heading(section),
        .. section.Tables.SelectMany(table => table.Header.Concat(table.Rows.SelectMany(row => row.Cells))).SelectMany(cell => Said.Pieces(cell.Raw, inTable: true).SelectMany(piece => piece.Split('\n'))).Select(Place),
        .. section.Items.SelectMany(item => Said.Pieces(item.Raw, inTable: false)).SelectMany(piece => piece.Split(": ", 2)).SelectMany(piece => piece.Split(" — ")),
    ]);

    // What became of a citation stands apart from its place.
    private static string Place(string piece) => Enum.GetValues<CitationVerdict>().Select(check => $" {Tokens.Of(check)}").FirstOrDefault(check => piece.EndsWith(check, StringComparison.Ordinal)) is { } check ? piece[..^check.Length] : piece;

    // Numbers of sections belong to the Markdown's order; a finding's id and title are two things on the page.
    private static IEnumerable<string> Heading(MarkdownSection section) => Said.Pieces(section.Raw, inTable: false).SelectMany((piece, index) =>
        index > 0 ? [piece] : section.Level == 4 && piece.StartsWith("F-", StringComparison.Ordinal) ? piece.Split(' ', 2) : new[] { piece.TrimStart("0123456789. ".ToCharArray()) });

    private static string Squeezed(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
