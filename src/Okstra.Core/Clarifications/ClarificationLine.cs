namespace Okstra.Core.Clarifications;

/// <summary>A row of 5.1 or 5.2 as it stands in a Markdown report.</summary>
/// <param name="Line">Index of its line.</param>
/// <param name="Id"><c>A1</c>, <c>Q1</c>, …</param>
/// <param name="Request">What is asked.</param>
/// <param name="Answer">What the user wrote; empty when nothing.</param>
/// <param name="Status"><c>open</c>, <c>resolved</c> or <c>obsolete</c>.</param>
/// <param name="AnswerCell">Where the answer stands in the line.</param>
/// <param name="StatusCell">Where the status stands in the line.</param>
public sealed record ClarificationLine(int Line, string Id, string Request, string Answer, string Status, Range AnswerCell, Range StatusCell)
{
    /// <summary>Whether its user has nothing more to do.</summary>
    public bool IsSettled => Answer.Length > 0 || Status is "resolved" or "obsolete";
}
