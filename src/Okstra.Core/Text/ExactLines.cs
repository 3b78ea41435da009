namespace Okstra.Core.Text;

/// <summary>A text as lines that keep their own endings: joined again they are the text, character for character.</summary>
public static class ExactLines
{
    public static List<ExactLine> Of(string text)
    {
        var lines = new List<ExactLine>();
        for (var start = 0; start < text.Length;)
        {
            var feed = text.IndexOf('\n', start);
            var next = feed < 0 ? text.Length : feed + 1;
            var end = feed < 0 ? text.Length : feed > start && text[feed - 1] == '\r' ? feed - 1 : feed;
            lines.Add(new ExactLine(text[start..end], text[end..next]));
            start = next;
        }

        return lines;
    }

    public static string Join(IEnumerable<ExactLine> lines) => string.Concat(lines.Select(line => line.Text + line.Ending));

    /// <summary>The ending most lines have; a line feed where there is none.</summary>
    public static string Usual(IEnumerable<ExactLine> lines) =>
        lines.Where(line => line.Ending.Length > 0).GroupBy(line => line.Ending, StringComparer.Ordinal).MaxBy(group => group.Count())?.Key ?? "\n";

    /// <summary>Puts a line after another one; a last line without an ending keeps being the one without.</summary>
    public static void InsertAfter(List<ExactLine> lines, int index, string text)
    {
        var usual = Usual(lines);
        var before = lines[index];
        lines[index] = before with { Ending = before.Ending.Length > 0 ? before.Ending : usual };
        lines.Insert(index + 1, new ExactLine(text, before.Ending));
    }
}
