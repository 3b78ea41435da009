namespace Okstra.Core.Usage.Logs;

/// <summary>Counters of the rows that have one thing in common.</summary>
/// <param name="Key">What they have in common.</param>
/// <param name="Values">In the order of <see cref="AgentUsage.Counters"/>.</param>
public sealed record CounterSums(string Key, long[] Values);
