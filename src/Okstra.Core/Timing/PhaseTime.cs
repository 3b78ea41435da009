namespace Okstra.Core.Timing;

/// <summary>The runs of one phase; each number is the sum of theirs.</summary>
public sealed record PhaseTime(string TaskType, int Runs, long Seconds, long WorkersSeconds, long LeadSeconds, long WaitingSeconds);
