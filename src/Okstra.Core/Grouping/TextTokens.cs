using System.Text;
using Okstra.Core.Text;

namespace Okstra.Core.Grouping;

/// <summary>Splits a text of any script into runs; the same runs for composed and decomposed, half-width and full-width writing.</summary>
internal static class TextTokens
{
    /// <summary>Characters of a text that are looked at; a claim is a few hundred long.</summary>
    public const int LongestText = 20_000;

    /// <summary>Characters of a run that are looked at.</summary>
    private const int LongestRun = 80;

    // Same place, same letter: Latin-1 and what Windows-1252 adds; other letters stay as they are.
    private const string Accented = "àáâãäåçèéêëìíîïñòóôõöøùúûüýÿÀÁÂÃÄÅÇÈÉÊËÌÍÎÏÑÒÓÔÕÖØÙÚÛÜÝ";
    private const string Plain = "aaaaaaceeeeiiiinoooooouuuuyyAAAAAACEEEEIIIINOOOOOOUUUUY";

    private enum Script
    {
        None,
        Word,
        Syllable,
    }

    public static IReadOnlyList<TextToken> Of(string text)
    {
        var plain = Fold(HangulComposer.Compose(SafeText.Clean(text.Length > LongestText ? text[..LongestText] : text)));
        var tokens = new List<TextToken>();
        var index = 0;
        while (index < plain.Length)
        {
            var start = index;
            var script = ScriptOf(plain[index]);
            while (index < plain.Length && ScriptOf(plain[index]) == script)
            {
                index++;
            }

            if (script != Script.None)
            {
                var run = plain[start..Math.Min(index, start + LongestRun)];
                tokens.Add(new TextToken(run, script == Script.Syllable, index < plain.Length && plain[index] == '('));
            }
        }

        return tokens;
    }

    // Apostrophes go, so that don't and don’t are one word; combining marks go with them, whatever their number.
    private static string Fold(string text)
    {
        var folded = new StringBuilder(text.Length);
        foreach (var character in text)
        {
            var half = character is >= '\uff01' and <= '\uff5e' ? (char)(character - 0xfee0) : character;
            var accent = half is >= '\u00c0' and <= '\u00ff' ? Accented.IndexOf(half, StringComparison.Ordinal) : -1;
            if (half is not ('\'' or '\u2018' or '\u2019' or '\u02bc' or (>= '\u0300' and <= '\u036f')))
            {
                folded.Append(accent < 0 ? half : Plain[accent]);
            }
        }

        return folded.ToString();
    }

    private static Script ScriptOf(char character) => character switch
    {
        >= '\u1100' and <= '\u11ff' or >= '\u3040' and <= '\u318f' or >= '\u3400' and <= '\u9fff' or >= '\uac00' and <= '\ud7a3' => Script.Syllable,
        '_' => Script.Word,
        _ => char.IsLetterOrDigit(character) ? Script.Word : Script.None,
    };
}
