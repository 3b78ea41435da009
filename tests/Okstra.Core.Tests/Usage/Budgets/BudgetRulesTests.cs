using FsCheck;
using FsCheck.Fluent;
using Okstra.Core.Usage.Budgets;

namespace Okstra.Core.Tests.Usage.Budgets;

/// <summary>When a dispatch may begin.</summary>
public sealed class BudgetRulesTests
{
    [Fact]
    public void A_dispatch_without_estimate_takes_all_that_is_left_and_the_next_one_waits_for_its_charge()
    {
        var first = BudgetRules.Decide([Tokens(1000, spent: 200)], estimate: null);
        var second = BudgetRules.Decide([Tokens(1000, spent: 200, reserved: 800, running: 1)], estimate: null);

        Assert.Equal(new BudgetVerdict.Fits(new Amount(800, 0)), first);
        Assert.IsType<BudgetVerdict.Wait>(second);
    }

    [Fact]
    public void An_estimate_that_fits_beside_what_runs_is_set_aside()
    {
        var verdict = BudgetRules.Decide([Tokens(1000, spent: 200, reserved: 300, running: 1)], new Amount(500, 1));

        Assert.Equal(new BudgetVerdict.Fits(new Amount(500, 1)), verdict);
    }

    [Fact]
    public void An_estimate_that_does_not_fit_beside_what_runs_waits_and_alone_is_the_end()
    {
        Assert.IsType<BudgetVerdict.Wait>(BudgetRules.Decide([Tokens(1000, spent: 200, reserved: 301, running: 1)], new Amount(500, 1)));
        var end = Assert.IsType<BudgetVerdict.Exhausted>(BudgetRules.Decide([Tokens(1000, spent: 501)], new Amount(500, 1)));
        Assert.Equal("501 tokens of the run budget of 1,000 tokens are used, and the next dispatch may need 500 tokens", end.Reason);
    }

    [Fact]
    public void A_spent_budget_is_the_end_whatever_else_runs()
    {
        var end = Assert.IsType<BudgetVerdict.Exhausted>(BudgetRules.Decide([Tokens(1000, spent: 1000, reserved: 10, running: 1), Tokens(5000, spent: 0) with { Scope = BudgetScope.Task }], null));

        Assert.Equal(BudgetScope.Run, end.Scope);
    }

    [Fact]
    public void Money_that_was_used_and_has_no_price_ends_a_budget_in_money()
    {
        var standing = new BudgetStanding(BudgetScope.Phase, new BudgetCap { Usd = 2 }, new Amount(10, null), Amount.Nothing, 0);

        Assert.Equal("what was used so far has no price, so the phase budget of $2.00 cannot be kept", Assert.IsType<BudgetVerdict.Exhausted>(BudgetRules.Decide([standing], new Amount(1, 0.01m))).Reason);
    }

    [Fact]
    public void Whatever_dispatches_use_without_a_history_the_cap_is_passed_by_less_than_the_last_turn()
    {
        var turns = Gen.Choose(1, 5000).ListOf().Where(list => list.Count > 0);
        Prop.ForAll(turns.ToArbitrary(), Gen.Choose(1, 20_000).ToArbitrary(), (uses, cap) =>
        {
            var (spent, last) = (0L, 0);
            foreach (var use in uses)
            {
                if (BudgetRules.Decide([Tokens(cap, spent)], null) is not BudgetVerdict.Fits)
                {
                    break;
                }

                (spent, last) = (spent + use, use);
            }

            return spent < cap + last || spent <= cap;
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void Side_by_side_dispatches_that_keep_to_their_estimates_never_pass_the_cap()
    {
        Prop.ForAll(Gen.Choose(1, 900).ListOf().ToArbitrary(), Gen.Choose(1, 5000).ToArbitrary(), (estimates, cap) =>
        {
            var (reserved, running) = (0L, 0);
            foreach (var estimate in estimates)
            {
                if (BudgetRules.Decide([Tokens(cap, 0, reserved, running)], new Amount(estimate, 0)) is BudgetVerdict.Fits fits)
                {
                    (reserved, running) = (reserved + fits.Reservation.Tokens, running + 1);
                }
            }

            return reserved <= cap;
        }).QuickCheckThrowOnFailure();
    }

    private static BudgetStanding Tokens(long cap, long spent = 0, long reserved = 0, int running = 0) =>
        new(BudgetScope.Run, new BudgetCap { Tokens = cap }, new Amount(spent, 0), new Amount(reserved, 0), running);
}
