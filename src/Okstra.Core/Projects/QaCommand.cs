namespace Okstra.Core.Projects;

/// <summary>A quality command of the project (R-LAY-20, R-OPN-17).</summary>
/// <param name="Kind"><c>lint</c>, <c>format</c>, <c>typecheck</c> or <c>test</c>.</param>
/// <param name="Command">The command line as a person would type it in the project root.</param>
/// <param name="State">A hand-written entry without a state counts as proposed: nothing runs that nobody confirmed.</param>
public sealed record QaCommand(string Kind, string Command, QaCommandState State = QaCommandState.Proposed);
