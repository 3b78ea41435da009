namespace Okstra.Core.Sources;

/// <summary>A line of a file in the tree.</summary>
/// <param name="Path">Relative path.</param>
/// <param name="Line">1-based.</param>
public sealed record SourcePlace(string Path, int Line);
