namespace Okstra.Core.Usage;

/// <summary>Sums of <see cref="TokenUsage"/>.</summary>
public static class TokenUsages
{
    /// <summary>A number is absent in the sum only when nobody reported it; null without anything to add.</summary>
    public static TokenUsage? Sum(IEnumerable<TokenUsage?> usages)
    {
        var reported = usages.OfType<TokenUsage>().ToList();
        return reported.Count == 0 ? null : new TokenUsage
        {
            Input = Sum(reported, usage => usage.Input),
            Output = Sum(reported, usage => usage.Output),
            CacheRead = Sum(reported, usage => usage.CacheRead),
            CacheWrite = Sum(reported, usage => usage.CacheWrite),
            CacheWrite1h = Sum(reported, usage => usage.CacheWrite1h),
            Reasoning = Sum(reported, usage => usage.Reasoning),
            Total = Sum(reported, usage => usage.Total),
            CostUsd = reported.Exists(usage => usage.CostUsd is not null) ? reported.Sum(usage => usage.CostUsd) : null,
        };
    }

    /// <summary>Tokens of every kind together: the vendor's total, or the parts it reported.</summary>
    public static long Tokens(this TokenUsage usage) => usage.Total ?? ((usage.Input ?? 0) + (usage.Output ?? 0) + (usage.CacheRead ?? 0) + (usage.CacheWrite ?? 0));

    private static long? Sum(List<TokenUsage> reported, Func<TokenUsage, long?> number) =>
        reported.Exists(usage => number(usage) is not null) ? reported.Sum(number) : null;
}
