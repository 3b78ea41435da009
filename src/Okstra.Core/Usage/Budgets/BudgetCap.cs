namespace Okstra.Core.Usage.Budgets;

/// <summary>The most a scope may use; an absent number is no bound.</summary>
public sealed record BudgetCap
{
    /// <summary>Tokens of every kind together, cached ones included; 1 or more.</summary>
    public long? Tokens { get; init; }

    /// <summary>US dollars; more than 0.</summary>
    public decimal? Usd { get; init; }
}
