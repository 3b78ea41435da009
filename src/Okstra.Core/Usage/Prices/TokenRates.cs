namespace Okstra.Core.Usage.Prices;

/// <summary>US dollars for a million tokens of each kind; all 0 or more.</summary>
public sealed record TokenRates
{
    private const decimal Million = 1_000_000m;

    public required decimal Input { get; init; }

    /// <summary>Answer tokens, reasoning included.</summary>
    public required decimal Output { get; init; }

    /// <summary>Absent: as <see cref="Input"/>.</summary>
    public decimal? CacheRead { get; init; }

    /// <summary>Kept for five minutes; absent: as <see cref="Input"/>.</summary>
    public decimal? CacheWrite5m { get; init; }

    /// <summary>Kept for an hour; absent: as <see cref="CacheWrite5m"/>.</summary>
    public decimal? CacheWrite1h { get; init; }

    /// <summary>US dollars; null when the usage names neither prompt nor answer tokens. A negative count is none.</summary>
    public decimal? Cost(TokenUsage usage)
    {
        if ((usage.Input ?? usage.Output ?? usage.CacheRead ?? usage.CacheWrite) is null)
        {
            return null;
        }

        var written = Count(usage.CacheWrite);
        var hour = Math.Min(Count(usage.CacheWrite1h), written);
        var fiveMinutes = CacheWrite5m ?? Input;
        return ((Count(usage.Input) * Input)
            + (Count(usage.Output) * Output)
            + (Count(usage.CacheRead) * (CacheRead ?? Input))
            + ((written - hour) * fiveMinutes)
            + (hour * (CacheWrite1h ?? fiveMinutes))) / Million;
    }

    private static decimal Count(long? tokens) => Math.Max(tokens ?? 0, 0);
}
