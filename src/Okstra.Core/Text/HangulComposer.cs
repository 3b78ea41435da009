using System.Text;

namespace Okstra.Core.Text;

/// <summary>Composes conjoining jamo into syllables by arithmetic (Unicode 3.12), because <c>Normalize()</c> does nothing under invariant globalisation.</summary>
public static class HangulComposer
{
    private const int SyllableBase = 0xAC00;
    private const int LeadBase = 0x1100;
    private const int VowelBase = 0x1161;
    private const int TailBase = 0x11A7;
    private const int LeadCount = 19;
    private const int VowelCount = 21;
    private const int TailCount = 28;
    private const int SyllableCount = LeadCount * VowelCount * TailCount;

    /// <summary>The text with every composable jamo sequence as one syllable; the same instance when there is none.</summary>
    public static string Compose(string text)
    {
        if (!text.AsSpan().ContainsAnyInRange((char)LeadBase, (char)(TailBase + TailCount - 1)))
        {
            return text;
        }

        var composed = new StringBuilder(text.Length);
        foreach (var character in text)
        {
            if (composed.Length == 0 || !TryJoin(composed[^1], character, out var joined))
            {
                composed.Append(character);
            }
            else
            {
                composed[^1] = joined;
            }
        }

        return composed.ToString();
    }

    private static bool TryJoin(char first, char second, out char joined)
    {
        var lead = first - LeadBase;
        var vowel = second - VowelBase;
        if (lead is >= 0 and < LeadCount && vowel is >= 0 and < VowelCount)
        {
            joined = (char)(SyllableBase + (((lead * VowelCount) + vowel) * TailCount));
            return true;
        }

        var syllable = first - SyllableBase;
        var tail = second - TailBase;
        if (syllable is >= 0 and < SyllableCount && syllable % TailCount == 0 && tail is > 0 and < TailCount)
        {
            joined = (char)(first + tail);
            return true;
        }

        joined = default;
        return false;
    }
}
