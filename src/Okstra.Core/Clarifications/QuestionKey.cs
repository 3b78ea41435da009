using System.Globalization;
using System.Text;
using Okstra.Core.Text;

namespace Okstra.Core.Clarifications;

/// <summary>When two questions, or two answers, are the same: letters and digits count; case, white space and punctuation do not.</summary>
public static class QuestionKey
{
    public static string Of(string text)
    {
        var key = new StringBuilder(text.Length);
        foreach (var rune in Composed(SafeText.Clean(text)).EnumerateRunes())
        {
            if (Counts(rune))
            {
                key.Append(Rune.ToLowerInvariant(rune).ToString());
            }
            else if (key.Length > 0 && key[^1] != ' ')
            {
                key.Append(' ');
            }
        }

        var words = key.ToString().TrimEnd();
        return words.Length > 0 ? words : text.Trim();
    }

    // Signs that change what is meant: "a < b" is not "a > b". A pipe is what tables make of a slash.
    private static bool Counts(Rune rune) => Rune.IsLetterOrDigit(rune)
        || (rune.Value is not ('|' or '~') && Rune.GetUnicodeCategory(rune) is (UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.MathSymbol or UnicodeCategory.CurrencySymbol));

    // A lone surrogate cannot be normalised and stays what it is.
    private static string Composed(string text) => text.All(character => !char.IsSurrogate(character)) ? text.Normalize(NormalizationForm.FormC) : text;
}
