using Okstra.Core.Limits;
using Okstra.Core.Usage.Budgets;

namespace Okstra.Engine.Pipeline;

/// <summary>What a caller decides about how a prepared run is carried out.</summary>
public sealed record RunOptions
{
    /// <summary>Shown to whoever finds the run locked: <c>okstra run</c>, <c>okstra resume</c>.</summary>
    public required string Verb { get; init; }

    /// <summary>Wall time of one dispatch (R-OPN-63).</summary>
    public TimeSpan WorkerBudget { get; init; } = TimeSpan.FromMinutes(30);

    /// <summary>Changes of the run's budgets, made before it goes on.</summary>
    public IReadOnlyList<BudgetChange> Budgets { get; init; } = [];

    /// <summary>Workers that run when a budget is used up are stopped instead of being waited for.</summary>
    public bool StopAtBudget { get; init; }

    /// <summary>Null takes what the project says, else waiting.</summary>
    public LimitMode? OnLimit { get; init; }

    /// <summary>Longest waiting for limits of one dispatch; null for the default.</summary>
    public TimeSpan? MaxWait { get; init; }
}
