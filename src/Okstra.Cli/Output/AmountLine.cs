using Okstra.Core.Usage.Budgets;

namespace Okstra.Cli.Output;

/// <summary>Tokens and US dollars; a number that is not known is null.</summary>
internal sealed record AmountLine(long? Tokens, decimal? Usd)
{
    public static AmountLine? Of(Amount? amount) => amount is { } known ? new AmountLine(known.Tokens, known.Usd) : null;
}
