using Okstra.Core.Usage;

namespace Okstra.Engine.Dispatching;

/// <summary>Adds what two calls of one dispatch used; a number only one of them reported is not a sum and stays absent.</summary>
internal static class UsageSums
{
    public static TokenUsage? Add(TokenUsage? first, TokenUsage? second) => (first, second) switch
    {
        (null, _) => second,
        (_, null) => first,
        ({ } a, { } b) => new TokenUsage
        {
            Input = a.Input + b.Input,
            Output = a.Output + b.Output,
            CacheRead = a.CacheRead + b.CacheRead,
            CacheWrite = a.CacheWrite + b.CacheWrite,
            CacheWrite1h = a.CacheWrite1h + b.CacheWrite1h,
            Reasoning = a.Reasoning + b.Reasoning,
            Total = a.Total + b.Total,
            CostUsd = a.CostUsd + b.CostUsd,
        },
    };
}
