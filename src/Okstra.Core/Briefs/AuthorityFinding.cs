namespace Okstra.Core.Briefs;

/// <summary>Words that break the authority rule.</summary>
/// <param name="Id">Rule.</param>
/// <param name="Column">From 1.</param>
/// <param name="Words">As written.</param>
/// <param name="Message">What is wrong.</param>
/// <param name="Hint">What to do.</param>
public sealed record AuthorityFinding(string Id, int Column, string Words, string Message, string Hint);
