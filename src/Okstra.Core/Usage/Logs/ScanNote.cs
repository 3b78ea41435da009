namespace Okstra.Core.Usage.Logs;

/// <summary>Something a reader of the figures should know: a file that could not be read, a record of a newer CLI.</summary>
/// <param name="Path">Absolute.</param>
/// <param name="Text">One sentence.</param>
public sealed record ScanNote(string Path, string Text);
