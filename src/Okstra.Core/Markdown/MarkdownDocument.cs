namespace Okstra.Core.Markdown;

/// <summary>A Markdown file as blocks that know where they stand. Total: any text is one.</summary>
public sealed record MarkdownDocument
{
    /// <summary>Empty when the file begins with no such block.</summary>
    public required IReadOnlyList<MarkdownEntry> FrontMatter { get; init; }

    /// <summary>In their order; the first is what stands before the first heading.</summary>
    public required IReadOnlyList<MarkdownSection> Sections { get; init; }

    /// <summary>Sections below the given one: those that follow it, up to the next one of its level or above.</summary>
    public IEnumerable<MarkdownSection> Below(MarkdownSection section)
    {
        var start = Sections.TakeWhile(other => !ReferenceEquals(other, section)).Count();
        return Sections.Skip(start + 1).TakeWhile(other => other.Level > section.Level);
    }

    /// <summary>LF, CRLF and a byte-order mark are accepted.</summary>
    public static MarkdownDocument Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return new MarkdownReader([.. Core.Text.ExactLines.Of(text.TrimStart('\uFEFF')).Select(line => line.Text)]).Read();
    }
}
