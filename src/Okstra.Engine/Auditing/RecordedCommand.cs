namespace Okstra.Engine.Auditing;

/// <summary>A command an auditor ran; <c>command</c> citations hold only against one of these.</summary>
/// <param name="Argv">What was started, split as it was started.</param>
/// <param name="ExitCode">128 + signal when a signal ended it.</param>
/// <param name="Log">Standard output and error, bounded, without control characters.</param>
/// <param name="Ending">Token: <c>exited</c>, <c>timed-out</c>, <c>output-limit</c>, <c>cancelled</c>.</param>
public sealed record RecordedCommand(IReadOnlyList<string> Argv, int ExitCode, string Log, string Ending);
