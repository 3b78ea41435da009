namespace Okstra.Cli.Output;

/// <summary>One task in the overview.</summary>
/// <param name="TaskKey">Identity.</param>
/// <param name="TaskType">Phase of the newest run.</param>
/// <param name="WorkStatus"><c>todo</c>, <c>in-progress</c>, <c>blocked</c> or <c>done</c>.</param>
/// <param name="RunStatus">Of the newest run; <c>running</c> while a process holds it, <c>interrupted</c> when one did and was ended, <c>waiting</c> for its lead's next call.</param>
/// <param name="Next">Recommended next phase; null when there is none.</param>
/// <param name="UpdatedAt">UTC, ISO-8601.</param>
/// <param name="CurrentStatus">In words: <c>todo</c>, <c>in-progress</c>, <c>error-analysis completed</c>, …</param>
internal sealed record TaskLine(string TaskKey, string TaskType, string WorkStatus, string RunStatus, string? Next, string UpdatedAt, string CurrentStatus);
