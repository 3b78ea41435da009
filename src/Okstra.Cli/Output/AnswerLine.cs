namespace Okstra.Cli.Output;

/// <summary>One row of <see cref="AnswerInput"/>.</summary>
/// <param name="Id"><c>A1</c>, <c>Q1</c>, …</param>
/// <param name="Answer">Words, or the path of a material; not for an obsolete row.</param>
/// <param name="Evidence">Where the answer can be seen, or why the row is obsolete.</param>
internal sealed record AnswerLine(string Id, string? Answer = null, string? Evidence = null);
