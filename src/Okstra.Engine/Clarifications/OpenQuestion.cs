namespace Okstra.Engine.Clarifications;

/// <summary>Something a report asks of the user.</summary>
/// <param name="Id"><c>A1</c>, <c>Q1</c>, …</param>
/// <param name="Kind"><c>material</c> or <c>decision</c>.</param>
/// <param name="Text">What is asked.</param>
/// <param name="Why">Why the answer alters the next step.</param>
/// <param name="Shape">How to answer, or where to find the material.</param>
/// <param name="Options">The choices of a decision.</param>
public sealed record OpenQuestion(string Id, string Kind, string Text, string Why, string Shape, IReadOnlyList<string> Options);
