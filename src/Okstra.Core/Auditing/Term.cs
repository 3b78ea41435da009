namespace Okstra.Core.Auditing;

/// <summary>Something a brief says, with how much it says it.</summary>
/// <param name="Text">A symbol, message or word.</param>
/// <param name="Weight">1 = named once in prose; a title counts more, a code sample less.</param>
public sealed record Term(string Text, double Weight);
