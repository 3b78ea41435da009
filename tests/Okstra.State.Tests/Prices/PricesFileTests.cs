using Okstra.Core.Problems;
using Okstra.Core.Usage;
using Okstra.Core.Usage.Prices;
using Okstra.State.Layout;
using Okstra.State.Prices;

namespace Okstra.State.Tests.Prices;

public sealed class PricesFileTests : IDisposable
{
    private static readonly TokenUsage Usage = new() { Input = 1_000_000, Output = 0 };

    private readonly TempFolder _folder = new();

    private HomeLayout Home => new(_folder.Path);

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Without_a_file_of_the_user_the_shipped_prices_hold() => Assert.Same(PriceTable.Shipped, PricesFile.Load(Home));

    [Fact]
    public void The_users_prices_lie_on_top()
    {
        File.WriteAllText(Home.Prices, """{"date":"2026-12-01","source":"our contract","models":[{"model":"gpt-5.5","vendor":"openai","input":3,"output":9}]}""");

        var prices = PricesFile.Load(Home);

        Assert.Equal((3m, "2026-12-01"), (prices.Cost(Usage, "gpt-5.5"), prices.PricesOf("gpt-5.5")));
        Assert.Equal(PriceTable.Shipped.Cost(Usage, "claude-opus-4-8"), prices.Cost(Usage, "claude-opus-4-8"));
    }

    [Fact]
    public void A_broken_file_is_refused_by_its_path_and_never_passed_over()
    {
        File.WriteAllText(Home.Prices, """{"date":"2026-12-01","source":"s","models":[{"model":"gpt-5.5","vendor":"openai","input":-3,"output":9}]}""");

        var problem = Assert.Throws<UserErrorException>(() => PricesFile.Load(Home)).Problem;

        Assert.Equal("OKS0931", problem.Code);
        Assert.Contains(Home.Prices, problem.Message, StringComparison.Ordinal);
        Assert.Contains("'input' of model 'gpt-5.5'", problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_folder_in_its_place_is_refused()
    {
        Directory.CreateDirectory(Home.Prices);

        Assert.Equal("OKS0930", Assert.Throws<UserErrorException>(() => PricesFile.Load(Home)).Problem.Code);
    }
}
