namespace Okstra.Pages.Tests.Markdown;

/// <summary>A list item or paragraph.</summary>
/// <param name="Section">How many headings stand above it.</param>
/// <param name="Text">What it says.</param>
/// <param name="Quoted">Whether it stands in a quotation.</param>
/// <param name="Depth">Of nested lists; 1 for an item that is in no other.</param>
internal sealed record ReadText(int Section, string Text, bool Quoted = false, int Depth = 0);
