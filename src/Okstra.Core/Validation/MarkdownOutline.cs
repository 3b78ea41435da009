using Okstra.Core.Markdown;

namespace Okstra.Core.Validation;

/// <summary>What the validator needs of a Markdown file: frontmatter, headings and the tables below them. Total: any text has an outline.</summary>
public sealed record MarkdownOutline
{
    /// <summary>Lines without their endings; the first is line 1.</summary>
    public required IReadOnlyList<string> Lines { get; init; }

    /// <summary>Keys of the frontmatter block in order; empty when the file does not begin with one.</summary>
    public required IReadOnlyList<string> FrontMatterKeys { get; init; }

    public required IReadOnlyList<MarkdownHeading> Headings { get; init; }

    public static MarkdownOutline Parse(string text)
    {
        var lines = text.TrimStart('\uFEFF').ReplaceLineEndings("\n").Split('\n');
        var keys = new List<string>();
        var start = FrontMatter(lines, keys);
        var headings = new List<MarkdownHeading>();
        var fence = "";
        for (var index = start; index < lines.Length; index++)
        {
            var line = lines[index];
            if (fence.Length == 0)
            {
                fence = MarkdownFence.Opening(line);
            }
            else if (MarkdownFence.Closes(line, fence))
            {
                fence = "";
            }

            var level = line.Length - line.TrimStart('#').Length;
            if (fence.Length == 0 && level is > 0 and < 7 && line.Length > level && line[level] == ' ')
            {
                headings.Add(new MarkdownHeading(level, line[level..].Trim(), index + 1, lines.Length));
            }
        }

        return new MarkdownOutline
        {
            Lines = lines,
            FrontMatterKeys = keys,
            Headings = [.. headings.Select((heading, index) => index + 1 < headings.Count ? heading with { EndLine = headings[index + 1].Line - 1 } : heading)],
        };
    }

    /// <summary>The first heading with that text, of whatever level.</summary>
    public MarkdownHeading? Find(params string[] texts) => Headings.FirstOrDefault(heading => texts.Contains(heading.Text, StringComparer.Ordinal));

    /// <summary>Lines below a heading, before the next one.</summary>
    public IEnumerable<string> Body(MarkdownHeading heading) => Lines.Skip(heading.Line).Take(heading.EndLine - heading.Line);

    /// <summary>Cells of every table row below a heading, header rows too, delimiter rows not.</summary>
    public IReadOnlyList<IReadOnlyList<string>> Rows(MarkdownHeading heading) =>
        [.. Body(heading).Where(line => line.TrimStart().StartsWith('|')).Select(Cells).Where(cells => !cells.All(cell => cell.Length > 0 && cell.All(character => character is '-' or ':')))];

    private static List<string> Cells(string line)
    {
        var cells = new List<string>();
        var cell = new System.Text.StringBuilder();
        var text = line.Trim();
        for (var index = 1; index < text.Length; index++)
        {
            if (text[index] == '\\' && index + 1 < text.Length)
            {
                cell.Append(text[index]).Append(text[++index]);
            }
            else if (text[index] == '|')
            {
                cells.Add(cell.ToString().Trim());
                cell.Clear();
            }
            else
            {
                cell.Append(text[index]);
            }
        }

        return cells;
    }

    private static int FrontMatter(string[] lines, List<string> keys)
    {
        if (lines[0].TrimEnd() != "---")
        {
            return 0;
        }

        var end = Array.FindIndex(lines, 1, line => line.TrimEnd() == "---");
        if (end < 0)
        {
            return 0;
        }

        keys.AddRange(lines[1..end].Select(line => line.IndexOf(':', StringComparison.Ordinal) is > 0 and var colon ? line[..colon].Trim() : "").Where(key => key.Length > 0));
        return end + 1;
    }
}
