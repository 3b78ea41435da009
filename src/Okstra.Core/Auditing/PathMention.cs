namespace Okstra.Core.Auditing;

/// <summary>A file a brief names outside a stack trace.</summary>
/// <param name="Path">As written, separated by <c>/</c>.</param>
/// <param name="Line">1-based; null when only the file is named.</param>
public sealed record PathMention(string Path, int? Line);
