namespace Okstra.Core.Grouping;

/// <summary>Names one finding of one worker before clustering gave it a run-wide id.</summary>
/// <param name="Worker">Who raised it.</param>
/// <param name="FindingId">The worker's own id.</param>
public readonly record struct FindingSource(string Worker, string FindingId);
