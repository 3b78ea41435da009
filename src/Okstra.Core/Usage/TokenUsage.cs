namespace Okstra.Core.Usage;

/// <summary>Tokens one dispatch used, as its vendor reported them; an absent number was not reported.</summary>
public sealed record TokenUsage
{
    /// <summary>Prompt tokens that were neither read from nor written to a cache.</summary>
    public long? Input { get; init; }

    /// <summary>Answer tokens, including reasoning where the vendor bills it as output.</summary>
    public long? Output { get; init; }

    public long? CacheRead { get; init; }

    public long? CacheWrite { get; init; }

    /// <summary>The part of <see cref="CacheWrite"/> that is kept for an hour instead of five minutes, and costs more.</summary>
    public long? CacheWrite1h { get; init; }

    /// <summary>Reasoning tokens, when reported on their own; already inside <see cref="Output"/>.</summary>
    public long? Reasoning { get; init; }

    /// <summary>Everything, as the vendor totals it.</summary>
    public long? Total { get; init; }

    /// <summary>US dollars, only when the vendor's own answer states them.</summary>
    public decimal? CostUsd { get; init; }
}
