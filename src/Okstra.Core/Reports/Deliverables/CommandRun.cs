namespace Okstra.Core.Reports.Deliverables;

/// <summary>A command that was run, to the letter, and how it ended.</summary>
/// <param name="Command">Exact command line.</param>
/// <param name="ExitCode">Null when it never ended by itself.</param>
/// <param name="Result">What it showed, in a line.</param>
public sealed record CommandRun(string Command, int? ExitCode, string Result);
