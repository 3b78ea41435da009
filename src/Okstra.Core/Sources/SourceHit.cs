namespace Okstra.Core.Sources;

/// <summary>One line that contains a searched text.</summary>
/// <param name="Text">What was searched.</param>
/// <param name="Path">Relative path.</param>
/// <param name="Line">1-based.</param>
/// <param name="Content">The line, at most 400 characters.</param>
public sealed record SourceHit(string Text, string Path, int Line, string Content);
