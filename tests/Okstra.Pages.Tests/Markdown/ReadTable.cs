namespace Okstra.Pages.Tests.Markdown;

/// <summary>A table, its headings the first row.</summary>
/// <param name="Section">How many headings stand above it.</param>
/// <param name="Rows">Texts of the cells.</param>
internal sealed record ReadTable(int Section, IReadOnlyList<IReadOnlyList<string>> Rows);
