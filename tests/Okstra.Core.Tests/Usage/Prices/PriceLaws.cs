using FsCheck;
using FsCheck.Fluent;
using Okstra.Core.Usage;
using Okstra.Core.Usage.Prices;

namespace Okstra.Core.Tests.Usage.Prices;

/// <summary>What must be true of every cost.</summary>
public sealed class PriceLaws
{
    private static readonly IReadOnlyList<ModelPrice> Models = PriceTable.Shipped.Models;

    private static void Holds(Action<ModelPrice, TokenUsage, TokenUsage> law) => Prop.ForAll(ArbMap.Default.ArbFor<(int, int[], int[])>(), drawn =>
    {
        var (model, first, second) = drawn;
        law(Models[(int)((uint)model % (uint)Models.Count)], Usage(first), Usage(second));
    }).Check(Config.QuickThrowOnFailure);

    private static TokenUsage Usage(int[] numbers)
    {
        long At(int index) => index < numbers.Length ? Math.Abs((long)numbers[index]) : 0;
        var written = At(3);
        return new TokenUsage { Input = At(0), Output = At(1), CacheRead = At(2), CacheWrite = written, CacheWrite1h = Math.Min(At(4), written) };
    }

    private static TokenUsage Sum(TokenUsage a, TokenUsage b) => new()
    {
        Input = a.Input + b.Input,
        Output = a.Output + b.Output,
        CacheRead = a.CacheRead + b.CacheRead,
        CacheWrite = a.CacheWrite + b.CacheWrite,
        CacheWrite1h = a.CacheWrite1h + b.CacheWrite1h,
    };

    [Fact]
    public void The_cost_of_a_sum_is_the_sum_of_the_costs() => Holds((model, a, b) => Assert.Equal(model.Cost(a) + model.Cost(b), model.Cost(Sum(a, b))));

    [Fact]
    public void More_tokens_never_cost_less() => Holds((model, a, b) => Assert.True(model.Cost(Sum(a, b)) >= model.Cost(a)));

    [Fact]
    public void A_long_prompt_never_costs_less_than_a_short_one() => Holds((model, a, _) => Assert.True(model.Cost(a, long.MaxValue) >= model.Cost(a)));

    [Fact]
    public void A_negative_count_costs_nothing() => Holds((model, a, b) => Assert.Equal(model.Cost(a with { Input = 0 }), model.Cost(a with { Input = -1 - b.Input })));

    [Fact]
    public void Every_name_of_the_table_leads_to_its_own_price()
    {
        foreach (var model in Models)
        {
            Assert.All(model.Aliases.Prepend(model.Model), name => Assert.True(PriceTable.Shipped.TryPrice(name, out var price) && price.Model == model.Model, name));
        }
    }
}
