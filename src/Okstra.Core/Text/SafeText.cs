using System.Text;

namespace Okstra.Core.Text;

/// <summary>Makes text of strangers harmless to show: no escapes, no control characters, no invisible or direction-changing characters.</summary>
public static class SafeText
{
    /// <summary>Stands where a text was cut.</summary>
    public const string TruncationMark = " […]";

    /// <summary>Keeps line feeds and tabs; drops ANSI escape sequences, other C0/C1 controls, bidi controls, zero-width spaces, tag characters and lone surrogates.</summary>
    public static string Clean(string text)
    {
        var clean = new StringBuilder(text.Length);
        for (var index = 0; index < text.Length; index++)
        {
            var character = text[index];
            switch (character)
            {
                case '\u001b' or '\u009b' or '\u0090' or '\u009d' or '\u0098' or '\u009e' or '\u009f':
                    index = EndOfEscape(text, index);
                    break;
                case '\n' or '\t':
                    clean.Append(character);
                    break;
                case '\r':
                    if (index + 1 >= text.Length || text[index + 1] != '\n')
                    {
                        clean.Append('\n');
                    }

                    break;
                case '\u2028' or '\u2029':
                    clean.Append('\n');
                    break;
                default:
                    index = AppendVisible(text, index, clean);
                    break;
            }
        }

        return clean.ToString();
    }

    /// <summary>Cleaned, every run of white space as one space, at most <paramref name="maxLength"/> characters.</summary>
    public static string OneLine(string text, int maxLength)
    {
        var line = new StringBuilder(Math.Min(text.Length, maxLength));
        foreach (var character in Clean(text))
        {
            if (!char.IsWhiteSpace(character))
            {
                line.Append(character);
            }
            else if (line.Length > 0 && line[^1] != ' ')
            {
                line.Append(' ');
            }
        }

        return Cut(line.ToString().TrimEnd(), maxLength, "…");
    }

    /// <summary>At most <paramref name="maxLength"/> characters, the mark included; never splits a surrogate pair.</summary>
    public static string Cut(string text, int maxLength, string mark)
    {
        if (text.Length <= maxLength)
        {
            return text;
        }

        var keep = Math.Max(0, maxLength - mark.Length);
        if (keep > 0 && char.IsHighSurrogate(text[keep - 1]))
        {
            keep--;
        }

        return string.Concat(text.AsSpan(0, keep), mark);
    }

    private static int AppendVisible(string text, int index, StringBuilder clean)
    {
        var character = text[index];
        if (char.IsHighSurrogate(character) && index + 1 < text.Length && char.IsLowSurrogate(text[index + 1]))
        {
            var point = char.ConvertToUtf32(character, text[index + 1]);
            if (point is < 0xE0000 or > 0xE007F)
            {
                clean.Append(character).Append(text[index + 1]);
            }

            return index + 1;
        }

        if (char.IsSurrogate(character))
        {
            clean.Append('\ufffd');
        }
        else if (!char.IsControl(character) && !IsInvisible(character))
        {
            clean.Append(character);
        }

        return index;
    }

    private static bool IsInvisible(char character) => character
        is '\u061c' or '\u180e' or '\u200b' or '\u200e' or '\u200f' or '\ufeff' or '\u00ad'
        or (>= '\u202a' and <= '\u202e')
        or (>= '\u2060' and <= '\u206f')
        or (>= '\ufff9' and <= '\ufffb');

    // CSI: ESC [ parameters final; OSC, DCS, SOS, PM and APC run to BEL or ST; other escapes: intermediates and one final.
    private static int EndOfEscape(string text, int start)
    {
        var index = start;
        var kind = text[start] switch
        {
            '\u009b' => '[',
            '\u001b' when start + 1 < text.Length => text[++index],
            '\u001b' => '\0',
            _ => ']',
        };
        if (kind == '[')
        {
            while (index + 1 < text.Length && text[index + 1] is >= ' ' and <= '?')
            {
                index++;
            }

            return index + 1 < text.Length && text[index + 1] is >= '@' and <= '~' ? index + 1 : index;
        }

        if (kind is not (']' or 'P' or 'X' or '^' or '_'))
        {
            while (kind is >= ' ' and <= '/' && index + 1 < text.Length)
            {
                kind = text[++index];
            }

            // What cannot end an escape is not part of it, whatever came before.
            return kind is >= '0' and <= '~' ? index : Math.Max(start, index - 1);
        }

        // An unterminated string sequence must not swallow the whole answer: it ends with its line.
        while (index + 1 < text.Length && text[index + 1] is not ('\n' or '\r'))
        {
            index++;
            if (text[index] is '\u0007' or '\u009c')
            {
                return index;
            }

            if (text[index] == '\u001b')
            {
                return index + 1 < text.Length && text[index + 1] == '\\' ? index + 1 : index - 1;
            }
        }

        return index;
    }
}
