using Okstra.Core.Usage.Budgets;

namespace Okstra.Core.Tests.Usage.Budgets;

/// <summary>What earlier dispatches say about the next one.</summary>
public sealed class UsageEstimateTests
{
    [Fact]
    public void Quantiles_are_values_that_occurred()
    {
        var estimate = UsageEstimate.Of([.. Enumerable.Range(1, 10).Select(number => Sample(number * 100))]);

        Assert.Equal(new UsageEstimate(10, new Amount(500, 5), new Amount(900, 9)), estimate);
    }

    [Fact]
    public void Two_samples_say_nothing()
    {
        Assert.Null(UsageEstimate.Of([Sample(1), Sample(2)]));
    }

    [Fact]
    public void The_same_model_and_kind_count_first_and_the_same_driver_when_they_are_too_few()
    {
        UsageSample[] history = [Sample(10), Sample(10), Sample(10), Sample(99, "other"), Sample(99, "other"), Sample(7000, round: -1), Sample(7000, round: -1), Sample(7000, round: -1)];

        Assert.Equal(10, UsageEstimate.For(history, "codex", "m", 0)?.P90.Tokens);
        Assert.Equal(99, UsageEstimate.For(history, "codex", "other", 0)?.P90.Tokens);
        Assert.Null(UsageEstimate.For(history, "codex", "m", 2));
        Assert.Null(UsageEstimate.For(history, "claude", "m", 0));
    }

    [Fact]
    public void Every_round_of_re_verification_is_of_one_kind()
    {
        UsageSample[] history = [Sample(5, round: 1), Sample(6, round: 2), Sample(7, round: 3)];

        Assert.Equal(7, UsageEstimate.For(history, "codex", "m", 2)?.P90.Tokens);
    }

    [Fact]
    public void One_sample_without_a_price_leaves_the_money_unknown()
    {
        var estimate = UsageEstimate.Of([Sample(1), Sample(2), new UsageSample("codex", "m", 0, new Amount(3, null))]);

        Assert.Equal(new Amount(3, null), estimate?.P90);
    }

    private static UsageSample Sample(long tokens, string model = "m", int round = 0) => new("codex", model, round, new Amount(tokens, tokens / 100m));
}
