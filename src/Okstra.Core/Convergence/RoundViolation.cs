namespace Okstra.Core.Convergence;

/// <summary>A worker broke the re-verification contract: one event for the error log (R-CVG-22).</summary>
public sealed record RoundViolation(string Worker, int Round, int Batch, string Message);
