namespace Okstra.Core.Findings;

/// <summary>Compares a quote with a text, white space aside and Hangul composed.</summary>
public static class QuoteMatch
{
    /// <summary>A quote with fewer non-space characters proves nothing.</summary>
    public const int MinLength = 3;

    /// <summary>Lines a quote may stand before or after the cited ones and still hold (design: evidence is checked by code).</summary>
    public const int Tolerance = 3;

    /// <summary>The occurrence inside the cited lines ±3, else the one nearest to them.</summary>
    public static QuotePlace Find(string fileText, string quote, int startLine, int endLine) => new QuotableText(fileText).Find(quote, startLine, endLine);

    /// <summary>Too short to be checked.</summary>
    public static bool IsTooShort(string quote) => QuotableText.Needle(quote).Length < MinLength;
}
