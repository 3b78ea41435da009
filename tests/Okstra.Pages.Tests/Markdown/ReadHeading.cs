namespace Okstra.Pages.Tests.Markdown;

/// <summary>A heading and what it says.</summary>
internal sealed record ReadHeading(int Level, string Text);
