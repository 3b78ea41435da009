using System.Globalization;
using Okstra.Core.Usage.Budgets;
using Okstra.Engine.Spending;

namespace Okstra.Cli.Running;

/// <summary>What a run has used and what is left, in one line.</summary>
internal static class SpendingWords
{
    public static string Of(SpendingFacts facts)
    {
        var left = facts.Left.Select(rest => $"{rest.Scope.Token()} budget left: {string.Join(", ", Numbers(rest.Tokens, rest.Usd))}");
        return string.Join(" · ", [$"used {string.Join(", ", Numbers(facts.Used.Tokens, facts.Used.Usd))}{(facts.Used.Usd is null ? ", price unknown" : "")}", .. left]);
    }

    public static string Tokens(long tokens) => tokens.ToString("N0", CultureInfo.InvariantCulture);

    public static string Money(decimal usd) => $"${usd.ToString("0.00##", CultureInfo.InvariantCulture)}";

    private static IEnumerable<string> Numbers(long? tokens, decimal? usd)
    {
        if (tokens is { } number)
        {
            yield return $"{Tokens(number)} tokens";
        }

        if (usd is { } money)
        {
            yield return Money(money);
        }
    }
}
