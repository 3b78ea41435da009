using Okstra.Core.Usage.Budgets;

namespace Okstra.Core.Tests.Usage.Budgets;

/// <summary>What a user writes after <c>--budget</c>.</summary>
public sealed class BudgetChangeTests
{
    [Theory]
    [InlineData("500000", null, 500_000L)]
    [InlineData("500k", null, 500_000L)]
    [InlineData("task=1.5m", BudgetScope.Task, 1_500_000L)]
    [InlineData("worker = 20 tokens", BudgetScope.Worker, 20L)]
    [InlineData("phase=2B", BudgetScope.Phase, 2_000_000_000L)]
    public void Tokens_are_read(string text, BudgetScope? scope, long tokens) => Assert.Equal(new BudgetChange(scope, false, new BudgetCap { Tokens = tokens }), Read(text));

    [Theory]
    [InlineData("$2.50")]
    [InlineData("2.50usd")]
    [InlineData("run=2.5 USD")]
    public void Money_is_read(string text) => Assert.Equal(2.5m, Read(text).Cap.Usd);

    [Fact]
    public void A_plus_adds_to_what_is_there_and_a_bare_amount_replaces_it()
    {
        var settings = new BudgetSettings { Run = new BudgetCap { Tokens = 1000, Usd = 3 } };

        Assert.Equal(new BudgetCap { Tokens = 1500, Usd = 3 }, Read("+500").ApplyTo(settings, BudgetScope.Run).Run);
        Assert.Equal(new BudgetCap { Tokens = 500, Usd = 3 }, Read("500").ApplyTo(settings, BudgetScope.Run).Run);
        Assert.Equal(new BudgetCap { Usd = 1 }, Read("task=1usd").ApplyTo(settings, BudgetScope.Run).Task);
    }

    [Fact]
    public void Adding_to_a_budget_that_does_not_exist_makes_none()
    {
        Assert.Null(Read("task=+500").ApplyTo(new BudgetSettings(), BudgetScope.Run).Task?.Tokens);
    }

    [Fact]
    public void Stronger_settings_win_number_by_number()
    {
        var strong = new BudgetSettings { Run = new BudgetCap { Tokens = 10 } };
        var weak = new BudgetSettings { Run = new BudgetCap { Tokens = 99, Usd = 2 }, Task = new BudgetCap { Usd = 5 } };

        Assert.Equal(new BudgetSettings { Run = new BudgetCap { Tokens = 10, Usd = 2 }, Task = new BudgetCap { Usd = 5 } }, strong.Over(weak));
    }

    private static BudgetChange Read(string text) => BudgetChange.TryParse(text, mayAdd: true, out var change, out var problem) ? change : throw new InvalidOperationException(problem.Message);
}
