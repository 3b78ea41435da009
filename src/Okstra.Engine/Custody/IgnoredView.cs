namespace Okstra.Engine.Custody;

/// <summary>An ignored path; a folder ends with <c>/</c>.</summary>
public sealed record IgnoredView(string Path, long Bytes);
