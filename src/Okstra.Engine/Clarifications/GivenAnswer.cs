namespace Okstra.Engine.Clarifications;

/// <summary>What the user says to one row.</summary>
/// <param name="Id"><c>A1</c>, <c>Q1</c>, …</param>
/// <param name="Answer">Words or a path; null makes the row obsolete.</param>
/// <param name="Note">Evidence of an answer, or why the row is obsolete.</param>
public sealed record GivenAnswer(string Id, string? Answer, string Note);
