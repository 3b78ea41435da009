namespace Okstra.Core.Auditing;

/// <summary>A place a failing check names.</summary>
/// <param name="Path">Relative path in the tree.</param>
/// <param name="Line">1-based.</param>
/// <param name="LogLine">The line of the log that names it.</param>
public sealed record CheckFailure(string Path, int Line, string LogLine);
