namespace Okstra.Core.Usage.Budgets;

/// <summary>Tokens and money that were used, or may be.</summary>
/// <param name="Tokens">0 or more.</param>
/// <param name="Usd">US dollars, 0 or more; null when a part of it has no price.</param>
public readonly record struct Amount(long Tokens, decimal? Usd)
{
    public static Amount Nothing { get; } = new(0, 0);

    public static Amount operator +(Amount first, Amount second) => new(first.Tokens + second.Tokens, first.Usd + second.Usd);

    public static Amount Sum(IEnumerable<Amount> amounts) => amounts.Aggregate(Nothing, (sum, amount) => sum + amount);
}
