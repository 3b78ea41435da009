using Okstra.Core.Tasks;
using Okstra.Core.Validation;

namespace Okstra.Core.Briefs;

/// <summary>A brief as its checks see it: the same frontmatter and headings that preparation reads, with the number of every line. Total: any text is a page.</summary>
public sealed record BriefPage
{
    /// <summary>As preparation reads it.</summary>
    public required FrontMatterBlock FrontMatter { get; init; }

    /// <summary>Lines of the frontmatter between its marks; empty without one.</summary>
    public required IReadOnlyList<BriefLine> FrontMatterLines { get; init; }

    /// <summary>Every other line.</summary>
    public required IReadOnlyList<BriefLine> Body { get; init; }

    public required IReadOnlyList<BriefSection> Sections { get; init; }

    public static BriefPage Parse(string text)
    {
        var plain = text.TrimStart('\uFEFF').ReplaceLineEndings("\n");
        var outline = MarkdownOutline.Parse(plain);
        var front = FrontMatterBlock.Parse(plain);
        var frontLines = plain.AsSpan(0, front.BodyStart).Count('\n') + (front.BodyStart > 0 && plain[front.BodyStart - 1] != '\n' ? 1 : 0);
        var body = BodyOf(outline.Lines, frontLines);
        return new BriefPage
        {
            FrontMatter = front,
            FrontMatterLines = [.. outline.Lines.Take(frontLines).Select((line, index) => new BriefLine(index + 1, line, IsCode: false)).Skip(1).SkipLast(1)],
            Body = body,
            Sections = [.. outline.Headings.Where(heading => heading.Line > frontLines).Select(heading => Section(heading, outline, body, frontLines))],
        };
    }

    /// <summary>The first section whose heading begins with one of the words, separated by <c>|</c>.</summary>
    public BriefSection? Section(string words) =>
        Sections.FirstOrDefault(section => section.Level > 1 && words.Split('|').Any(word => section.Heading.StartsWith(word, StringComparison.OrdinalIgnoreCase)));

    /// <summary>Heading of the section a line lies in; empty above the first.</summary>
    public string HeadingAt(int line) => Sections.LastOrDefault(section => section.Line <= line)?.Heading ?? "";

    private static BriefSection Section(MarkdownHeading heading, MarkdownOutline outline, IReadOnlyList<BriefLine> body, int frontLines)
    {
        var next = outline.Headings.FirstOrDefault(other => other.Line > heading.Line && other.Level <= heading.Level);
        var end = next is null ? outline.Lines.Count : next.Line - 1;
        return new BriefSection(heading.Text, heading.Level, heading.Line, [.. body.Skip(heading.Line - frontLines).Take(end - heading.Line)]);
    }

    private static List<BriefLine> BodyOf(IReadOnlyList<string> lines, int skipped)
    {
        var body = new List<BriefLine>();
        var (code, comment) = (false, false);
        for (var index = skipped; index < lines.Count; index++)
        {
            var fence = lines[index].StartsWith("```", StringComparison.Ordinal);
            var text = code || fence ? lines[index] : Uncommented(lines[index], ref comment);
            body.Add(new BriefLine(index + 1, text, code || fence));
            code ^= fence;
        }

        return body;
    }

    // <!-- a note -->
    private static string Uncommented(string line, ref bool inside)
    {
        var at = 0;
        var text = new System.Text.StringBuilder(line.Length);
        while (at < line.Length)
        {
            var mark = line.IndexOf(inside ? "-->" : "<!--", at, StringComparison.Ordinal);
            var end = mark < 0 ? line.Length : inside ? mark + 3 : mark;
            text.Append(inside ? new string(' ', end - at) : line[at..end]);
            inside ^= mark >= 0;
            at = end;
        }

        return text.ToString();
    }
}
