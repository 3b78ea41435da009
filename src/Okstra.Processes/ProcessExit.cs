namespace Okstra.Processes;

/// <summary>The end of a child; an exit code is a value, not an exception.</summary>
/// <param name="Ending">Who ended it.</param>
/// <param name="ExitCode">0…255; 128 + signal when a signal ended it.</param>
/// <param name="StandardOutput">UTF-8 text up to the output limit; when a sink was given, only its last 64 KiB.</param>
/// <param name="StandardError">Last 64 KiB.</param>
/// <param name="Elapsed">Wall time.</param>
public sealed record ProcessExit(ProcessEnding Ending, int ExitCode, string StandardOutput, string StandardError, TimeSpan Elapsed);
