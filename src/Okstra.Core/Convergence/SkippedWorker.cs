using Okstra.Core.Workers;

namespace Okstra.Core.Convergence;

/// <summary>A worker whose re-verification failed (R-CVG-20).</summary>
public sealed record SkippedWorker(string Worker, int Round, WorkerStatus Status, string Reason);
