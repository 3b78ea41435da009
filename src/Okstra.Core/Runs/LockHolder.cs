namespace Okstra.Core.Runs;

/// <summary>Who holds a lock, written beside it for the message of whoever waits.</summary>
/// <param name="Pid">Process id on <paramref name="Host"/>.</param>
/// <param name="StartTime">Clock ticks since boot; with the pid it names one process for ever.</param>
/// <param name="Host">Machine name.</param>
/// <param name="Verb">Command that took the lock.</param>
/// <param name="At">UTC, ISO-8601.</param>
public sealed record LockHolder(int Pid, long StartTime, string Host, string Verb, string At);
