namespace Okstra.Core.Timing;

/// <summary>One dispatch and its time.</summary>
/// <param name="Worker">Worker id.</param>
/// <param name="Round">0 = analysis, 1… = re-verification, -1 = report writing, -2 = grouping.</param>
/// <param name="Time">From start to end, or to where it was cut off.</param>
/// <param name="Ended">How: a worker status, <c>superseded</c> or <c>in-flight</c>.</param>
internal sealed record TimedDispatch(string Worker, int Round, Interval Time, string Ended);
