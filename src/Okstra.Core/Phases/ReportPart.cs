using Okstra.Core.Validation;

namespace Okstra.Core.Phases;

/// <summary>Parts of a report by the words in their heading (R-REP-98).</summary>
internal static class ReportPart
{
    public static bool Exists(MarkdownOutline outline, string name) => Find(outline, name) is not null;

    /// <summary>Lines of a part with everything below it; empty without the part.</summary>
    public static IReadOnlyList<string> Lines(MarkdownOutline outline, string name)
    {
        if (Find(outline, name) is not { } heading)
        {
            return [];
        }

        var next = outline.Headings.FirstOrDefault(other => other.Line > heading.Line && other.Level <= heading.Level);
        var end = next is null ? outline.Lines.Count : next.Line - 1;
        return [.. outline.Lines.Skip(heading.Line).Take(end - heading.Line)];
    }

    // A title that only contains the words must not stand for the part that is named so.
    private static MarkdownHeading? Find(MarkdownOutline outline, string name) =>
        outline.Headings.FirstOrDefault(heading => string.Equals(heading.Text, name, StringComparison.OrdinalIgnoreCase))
        ?? outline.Headings.FirstOrDefault(heading => heading.Text.Contains(name, StringComparison.OrdinalIgnoreCase));
}
