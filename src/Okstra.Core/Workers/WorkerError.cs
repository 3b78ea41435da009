namespace Okstra.Core.Workers;

/// <summary>An entry of a worker's errors sidecar (R-OPN-28).</summary>
/// <param name="At">UTC, ISO-8601.</param>
/// <param name="Category"><c>tool-failure</c>, <c>cli-failure</c> or <c>contract-violation</c>.</param>
/// <param name="Message">What went wrong, bounded and free of control characters.</param>
/// <param name="Evidence">Where to look, relative to the run directory.</param>
public sealed record WorkerError(string At, string Category, string Message, string? Evidence = null);
