namespace Okstra.Core.Auditing;

/// <summary>One reason why a file came into question.</summary>
/// <param name="Kind">Sort of reason.</param>
/// <param name="Text">The frame's symbol, the searched text, the matching word.</param>
/// <param name="Line">1-based; null when it concerns the whole file.</param>
/// <param name="Weight">Part of the file's score.</param>
public sealed record Clue(ClueKind Kind, string Text, int? Line, double Weight);
