namespace Okstra.Core.Grouping;

/// <summary>One run of letters and digits of a text, or of Hangul and CJK syllables.</summary>
/// <param name="Run">As written, with half-width letters.</param>
/// <param name="IsSyllabic">Hangul, kana or CJK.</param>
/// <param name="IsCall">An opening parenthesis follows.</param>
internal readonly record struct TextToken(string Run, bool IsSyllabic, bool IsCall);
