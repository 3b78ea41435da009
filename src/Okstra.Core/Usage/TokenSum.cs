namespace Okstra.Core.Usage;

/// <summary>Adds usages of several vendors, of which only some state a total.</summary>
public static class TokenSum
{
    /// <summary>As <see cref="TokenUsages"/> does, but the total counts every usage.</summary>
    public static TokenUsage? Of(IEnumerable<TokenUsage?> usages)
    {
        var known = usages.OfType<TokenUsage>().ToList();
        return TokenUsages.Sum(known) is { } sum ? sum with { Total = known.Exists(usage => Total(usage) is not null) ? known.Sum(Total) : null } : null;
    }

    /// <summary>Everything: as the vendor totals it, else prompt, answer and both sides of the cache together; null when nothing is known.</summary>
    public static long? Total(TokenUsage? usage) => usage is null || (usage.Total ?? usage.Input ?? usage.Output ?? usage.CacheRead ?? usage.CacheWrite) is null ? null : usage.Tokens();
}
