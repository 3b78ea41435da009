using Okstra.Core.Workers;

namespace Okstra.Core.Usage.Budgets;

/// <summary>What one worker may use in a run; the estimate is null when too few earlier runs had it.</summary>
public sealed record WorkerEstimate(RosterEntry Worker, UsageEstimate? Estimate);
