using System.Globalization;

namespace Okstra.Core.Usage.Budgets;

/// <summary>
/// Decides before every dispatch, purely. A dispatch with an estimate begins only where the estimate fits beside everything charged and set aside. One without
/// takes all that is left, so that such dispatches run one after another: whatever happens, the cap is passed by at most one worker's turn.
/// </summary>
public static class BudgetRules
{
    /// <param name="standings">Every budget the dispatch counts under.</param>
    /// <param name="estimate">Expected use, the 90th percentile of the project's own history; null without one.</param>
    public static BudgetVerdict Decide(IReadOnlyList<BudgetStanding> standings, Amount? estimate)
    {
        var waits = false;
        foreach (var standing in standings)
        {
            if (Refusal(standing, estimate) is { } reason)
            {
                if (standing.Running == 0 || IsSpent(standing))
                {
                    return new BudgetVerdict.Exhausted(standing.Scope, reason);
                }

                waits = true;
            }
        }

        return waits ? new BudgetVerdict.Wait() : new BudgetVerdict.Fits(estimate ?? Rest(standings));
    }

    /// <summary>What is left of a budget, for people; null where the cap has no such number.</summary>
    public static (long? Tokens, decimal? Usd) Left(BudgetStanding standing) => (
        standing.Cap.Tokens is { } tokens ? Math.Max(0, tokens - standing.Spent.Tokens) : null,
        standing.Cap.Usd is { } usd && standing.Spent.Usd is { } spent ? Math.Max(0, usd - spent) : null);

    private static string? Refusal(BudgetStanding standing, Amount? estimate)
    {
        var (cap, spent, reserved) = (standing.Cap, standing.Spent, standing.Reserved);
        if (cap.Usd is not null && spent.Usd is null)
        {
            return $"what was used so far has no price, so the {standing.Scope.Token()} budget of {Money(cap.Usd)} cannot be kept";
        }

        if (IsSpent(standing))
        {
            return $"{Used(standing)} of the {standing.Scope.Token()} budget of {Words(cap)} are used";
        }

        if (estimate is not { } expected)
        {
            return standing.Running > 0 ? "something runs that may need all of it" : null;
        }

        if (cap.Tokens is { } tokens && spent.Tokens + reserved.Tokens + expected.Tokens > tokens)
        {
            return $"{Used(standing)} of the {standing.Scope.Token()} budget of {Words(cap)} are used, and the next dispatch may need {Tokens(expected.Tokens)}";
        }

        // A price that is not known yet cannot be set aside; the charge will tell, and stops what comes after.
        return cap.Usd is { } usd && spent.Usd + (reserved.Usd ?? 0) + (expected.Usd ?? 0) > usd
            ? $"{Used(standing)} of the {standing.Scope.Token()} budget of {Words(cap)} are used, and the next dispatch may need {Money(expected.Usd)}"
            : null;
    }

    private static bool IsSpent(BudgetStanding standing) =>
        standing.Spent.Tokens >= standing.Cap.Tokens || (standing.Cap.Usd is not null && standing.Spent.Usd is null) || standing.Spent.Usd >= standing.Cap.Usd;

    private static Amount Rest(IReadOnlyList<BudgetStanding> standings) => new(
        standings.Select(standing => standing.Cap.Tokens - standing.Spent.Tokens).Min() ?? 0,
        standings.Select(standing => standing.Cap.Usd - standing.Spent.Usd).Min() ?? 0);

    private static string Used(BudgetStanding standing) =>
        string.Join(" and ", new[] { standing.Cap.Tokens is null ? null : Tokens(standing.Spent.Tokens), standing.Cap.Usd is null ? null : Money(standing.Spent.Usd) }.OfType<string>());

    private static string Words(BudgetCap cap) =>
        string.Join(" and ", new[] { cap.Tokens is { } tokens ? Tokens(tokens) : null, cap.Usd is { } usd ? Money(usd) : null }.OfType<string>());

    private static string Tokens(long tokens) => $"{tokens.ToString("N0", CultureInfo.InvariantCulture)} tokens";

    private static string Money(decimal? usd) => usd is { } value ? $"${value.ToString("0.00##", CultureInfo.InvariantCulture)}" : "an unknown price";
}
