namespace Okstra.Cli.Output;

/// <summary><c>okstra history --json</c>: the runs of a task in order of time.</summary>
/// <param name="TaskKey">Identity.</param>
/// <param name="LatestResumeCommand">Script that takes the newest run up again, absolute; null when there is none (R-LAY-40).</param>
/// <param name="Runs">Oldest first.</param>
internal sealed record HistoryAnswer(string TaskKey, string? LatestResumeCommand, IReadOnlyList<HistoryLine> Runs);
