namespace Okstra.Core.Validation;

/// <summary>A file of the run as text.</summary>
/// <param name="Path">Relative to the run directory.</param>
/// <param name="Text">Null when the file is absent or unreadable.</param>
public sealed record StoredText(string Path, string? Text);
