namespace Okstra.Core.Findings;

/// <summary>Where a quote stands in a file.</summary>
/// <param name="Verdict"><c>holds</c> within the cited lines ±3, <c>moved</c> elsewhere, <c>fails</c> nowhere.</param>
/// <param name="StartLine">1-based; the cited line when it fails.</param>
/// <param name="EndLine">Inclusive.</param>
public sealed record QuotePlace(CitationVerdict Verdict, int StartLine, int EndLine);
