using System.Text;

namespace Okstra.Cli.Output;

/// <summary>Text of unknown origin on its way to a terminal: no control characters, no escape sequences, no bidi tricks.</summary>
internal static class TerminalText
{
    public static string Clean(string text)
    {
        var clean = new StringBuilder(text.Length);
        foreach (var character in text)
        {
            if (character is '\n' or '\t')
            {
                clean.Append(' ');
            }
            else if (!char.IsControl(character) && !IsBidiControl(character))
            {
                clean.Append(character);
            }
        }

        return clean.ToString();
    }

    private static bool IsBidiControl(char character) => character is (>= '\u202A' and <= '\u202E') or (>= '\u2066' and <= '\u2069') or '\u200E' or '\u200F';
}
