namespace Okstra.Core.Auditing;

/// <summary>Something of a report found in cited lines.</summary>
/// <param name="Line">1-based.</param>
/// <param name="Reason">What was found, as the middle of a sentence.</param>
public sealed record RegionSignal(int Line, string Reason);
