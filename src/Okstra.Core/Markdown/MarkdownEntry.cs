namespace Okstra.Core.Markdown;

/// <summary>A line of the frontmatter.</summary>
/// <param name="Key">As written.</param>
/// <param name="Value">Quotes of YAML undone.</param>
/// <param name="Line">1-based.</param>
public sealed record MarkdownEntry(string Key, string Value, int Line);
