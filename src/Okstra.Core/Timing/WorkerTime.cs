namespace Okstra.Core.Timing;

/// <summary>One worker in a run.</summary>
/// <param name="Worker">Worker id.</param>
/// <param name="Seconds">Sum over its dispatches.</param>
/// <param name="Dispatches">How many.</param>
/// <param name="Superseded">How many of them were cut off by an interruption and repeated.</param>
public sealed record WorkerTime(string Worker, long Seconds, int Dispatches, int Superseded);
