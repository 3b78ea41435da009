namespace Okstra.Core.Timing;

/// <summary>One round of a run.</summary>
/// <param name="Round">0 = analysis, 1… = re-verification, -1 = report writing, -2 = grouping.</param>
/// <param name="Seconds">Wall time in which at least one of its dispatches was under way.</param>
/// <param name="WorkerSeconds">Sum over its dispatches.</param>
/// <param name="Dispatches">How many.</param>
public sealed record RoundTime(int Round, long Seconds, long WorkerSeconds, int Dispatches);
