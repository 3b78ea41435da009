using System.Globalization;
using System.Text;

namespace Okstra.Processes.Agents;

/// <summary>Text that crosses the border between okstra and an agent CLI.</summary>
internal static class CliText
{
    /// <summary>Longest failure sentence that is shown and stored.</summary>
    public const int FailureLimit = 300;

    private const char Escape = '\u001b';

    /// <summary>One bounded line without control characters, terminal sequences or direction marks.</summary>
    public static string OneLine(string text, int limit = FailureLimit)
    {
        var line = new StringBuilder();
        for (var i = 0; i < text.Length && line.Length <= limit; i++)
        {
            if (text[i] == Escape)
            {
                i = EndOfSequence(text, i);
                continue;
            }

            var category = char.GetUnicodeCategory(text[i]);
            if (category is UnicodeCategory.Control or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator or UnicodeCategory.SpaceSeparator)
            {
                if (line.Length > 0 && line[^1] != ' ')
                {
                    line.Append(' ');
                }
            }
            else if (category is not UnicodeCategory.Format)
            {
                line.Append(text[i]);
            }
        }

        return line.Length <= limit ? line.ToString().TrimEnd() : Cut(line, limit);
    }

    /// <summary>The last line of a CLI's standard error that says something, for a failure without a word on standard output.</summary>
    public static string LastLine(string text)
    {
        var end = text.Length;
        while (end > 0)
        {
            var start = text.LastIndexOf('\n', end - 1) + 1;
            var line = OneLine(text[start..end]);
            if (line.Length > 0)
            {
                return line;
            }

            end = start - 1;
        }

        return "";
    }

    /// <summary>A prompt whose first word no CLI takes for one of its own commands.</summary>
    /// <remarks>
    /// claude answers a prompt that starts with <c>/word</c> with exit 0 and no model call; gemini runs a custom command of that name.
    /// </remarks>
    public static string SafePrompt(string prompt)
    {
        var first = prompt.AsSpan().TrimStart();
        return first.Length > 0 && first[0] is '/' or '!' or '#' or '@' or '$' ? $"Task\n\n{prompt}" : prompt;
    }

    private static string Cut(StringBuilder line, int limit)
    {
        var length = char.IsHighSurrogate(line[limit - 2]) ? limit - 2 : limit - 1;
        return line.ToString(0, length) + "…";
    }

    // ESC [ parameters final-byte | ESC ] text (BEL or ESC \) | ESC byte
    private static int EndOfSequence(string text, int at)
    {
        if (at + 1 >= text.Length)
        {
            return at;
        }

        var i = at + 2;
        if (text[at + 1] == '[')
        {
            while (i < text.Length && text[i] is >= ' ' and <= '?')
            {
                i++;
            }

            return Math.Min(i, text.Length - 1);
        }

        if (text[at + 1] != ']')
        {
            return at + 1;
        }

        while (i < text.Length && text[i] is not '\a' and not Escape and not '\n')
        {
            i++;
        }

        return i + 1 < text.Length && text[i] == Escape && text[i + 1] == '\\' ? i + 1 : Math.Min(i, text.Length - 1);
    }
}
