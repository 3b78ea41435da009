using System.Text;

namespace Okstra.Engine.Prompts;

/// <summary>Quotes text so that it stays material: a fence longer than any run of backticks inside cannot be closed by its content.</summary>
public static class DataFence
{
    private const int Shortest = 4;

    /// <summary>The text between fences, control characters removed.</summary>
    /// <param name="label">One word that says what it is.</param>
    /// <param name="text">Anything.</param>
    public static string Around(string label, string text)
    {
        var clean = Clean(text);
        var fence = new string('`', Math.Max(Shortest, LongestRun(clean) + 1));
        return $"{fence}{label}\n{clean}{(clean.EndsWith('\n') ? "" : "\n")}{fence}";
    }

    /// <summary>One line of it inside a sentence: no line breaks, no control characters, bounded.</summary>
    public static string Line(string text, int limit = 300)
    {
        var clean = Clean(text).Replace('\n', ' ').Replace('\t', ' ').Replace('`', '\'').Trim();
        return clean.Length <= limit ? clean : $"{clean[..limit]}…";
    }

    /// <summary>Line breaks as <c>\n</c>; of the other control and format characters only tab survives.</summary>
    public static string Clean(string text)
    {
        var clean = new StringBuilder(text.Length);
        foreach (var rune in text.ReplaceLineEndings("\n").EnumerateRunes())
        {
            var keep = rune.Value is '\n' or '\t' || !(Rune.IsControl(rune) || IsInvisible(rune));
            if (keep)
            {
                clean.Append(rune.ToString());
            }
        }

        return clean.ToString();
    }

    // Zero-width and direction-changing characters can hide an instruction from the person who reviews the text; joiners are needed by real scripts.
    private static bool IsInvisible(Rune rune) => rune.Value is 0x200B or 0x200E or 0x200F or 0x2060 or 0xFEFF or (>= 0x202A and <= 0x202E) or (>= 0x2066 and <= 0x2069) or (>= 0xE0000 and <= 0xE007F);

    private static int LongestRun(string text)
    {
        var longest = 0;
        var run = 0;
        foreach (var character in text)
        {
            run = character == '`' ? run + 1 : 0;
            longest = Math.Max(longest, run);
        }

        return longest;
    }
}
