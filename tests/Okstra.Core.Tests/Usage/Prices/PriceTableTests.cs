using Okstra.Core.Problems;
using Okstra.Core.Usage;
using Okstra.Core.Usage.Prices;

namespace Okstra.Core.Tests.Usage.Prices;

public sealed class PriceTableTests
{
    private const string Head = """{"schemaVersion":1,"date":"2026-11-26","source":"a test",""";

    private static readonly TokenUsage Usage = new() { Input = 1_000_000, Output = 100_000, CacheRead = 2_000_000, CacheWrite = 300_000, CacheWrite1h = 100_000 };

    private static PriceTable Table(string models) => PriceTableReader.Read($$"""{{Head}}"models":[{{models}}]}""", "p.json");

    private static Problem Refused(string json) => Assert.Throws<UserErrorException>(() => PriceTableReader.Read(json, "p.json")).Problem;

    [Theory]
    [InlineData("claude-opus-4-8")]
    [InlineData("claude-opus-4-6")]
    [InlineData("claude-opus-4-5-20251101")]
    [InlineData("claude-sonnet-5")]
    [InlineData("claude-sonnet-4-5-20250929")]
    [InlineData("claude-sonnet-4-20250514")]
    [InlineData("claude-haiku-4-5-20251001")]
    [InlineData("claude-fable-5")]
    [InlineData("opus")]
    [InlineData("sonnet")]
    [InlineData("gpt-5.5")]
    [InlineData("gpt-5.4")]
    [InlineData("gpt-5.2-codex")]
    [InlineData("gpt-5.1-codex-mini")]
    [InlineData("gemini-3-pro-preview")]
    [InlineData("gemini-2.5-pro")]
    [InlineData("gemini-2.5-flash")]
    public void Models_that_the_agents_use_have_a_price_with_day_and_source(string model)
    {
        Assert.True(PriceTable.Shipped.TryPrice(model, out var price));
        Assert.True(price.Rates is { Input: > 0, Output: > 0 });
        Assert.Matches("^20[0-9]{2}-[01][0-9]-[0-3][0-9]$", price.Date);
        Assert.Contains("estimate", price.Source, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("claude-haiku-4-5-20251001", "claude-haiku-4-5")]
    [InlineData("anthropic/claude-haiku-4-5@20251001[1m]", "claude-haiku-4-5")]
    [InlineData("claude-opus-4-8[1m]", "claude-opus-4-8")]
    [InlineData("openai/gpt-5.4-2026-03-05", "gpt-5.4")]
    [InlineData("models/gemini-2.5-pro", "gemini-2.5-pro")]
    public void What_is_no_part_of_a_name_is_taken_off(string name, string model)
    {
        Assert.True(PriceTable.Shipped.TryPrice(name, out var price));
        Assert.Equal(model, price.Model);
    }

    [Theory]
    [InlineData("claude-opus-4-8-turbo")]
    [InlineData("gpt-5.55")]
    [InlineData("my-claude-opus-4-8")]
    [InlineData("somebody/claude-opus-4-8")]
    [InlineData("CLAUDE-OPUS-4-8")]
    [InlineData("unknown")]
    [InlineData("auto")]
    [InlineData("")]
    [InlineData(null)]
    public void A_similar_name_is_no_price(string? model)
    {
        Assert.Null(PriceTable.Shipped.Cost(Usage, model));
        Assert.Null(PriceTable.Shipped.PricesOf(model));
    }

    [Fact]
    public void Each_kind_of_token_has_its_own_rate()
    {
        var table = Table("""{"model":"m","vendor":"v","input":5,"output":25,"cacheRead":0.5,"cacheWrite5m":6.25,"cacheWrite1h":10}""");

        Assert.Equal(5m + 2.5m + 1m + (0.2m * 6.25m) + (0.1m * 10m), table.Cost(Usage, "m"));
    }

    [Fact]
    public void A_rate_that_is_not_given_is_that_of_the_prompt()
    {
        var table = Table("""{"model":"m","vendor":"v","input":5,"output":25}""");

        Assert.Equal((3.3m * 5m) + 2.5m, table.Cost(Usage, "m"));
    }

    [Fact]
    public void A_long_prompt_is_dearer_only_when_it_is_known_to_be_one_request()
    {
        var table = Table("""{"model":"m","vendor":"v","input":1,"output":2,"longContext":{"above":200000,"input":2,"output":4}}""");
        var usage = new TokenUsage { Input = 200_001, Output = 0 };

        Assert.Equal(0.200001m, table.Cost(usage, "m"));
        Assert.Equal(0.200001m, table.Cost(usage, "m", 200_000));
        Assert.Equal(0.400002m, table.Cost(usage, "m", 200_001));
    }

    [Fact]
    public void What_a_cli_states_itself_agrees_with_the_table()
    {
        // Recorded from Claude Code 2.1.197: costUSD of one model of modelUsage.
        Assert.Equal(0.0252m, PriceTable.Shipped.Cost(new TokenUsage { Input = 3300, Output = 330, CacheRead = 900, CacheWrite = 0 }, "claude-opus-4-8[1m]"));
        Assert.Equal(0.006m, PriceTable.Shipped.Cost(new TokenUsage { Input = 4000, Output = 400 }, "claude-haiku-4-5-20251001"));
    }

    [Fact]
    public void A_total_alone_has_no_price() => Assert.Null(PriceTable.Shipped.Cost(new TokenUsage { Total = 5000 }, "gpt-5.5"));

    [Fact]
    public void A_table_on_top_replaces_and_extends_and_the_rest_stays()
    {
        var table = PriceTable.Shipped.With(Table("""{"model":"gpt-5.5","vendor":"openai","input":1,"output":1},{"model":"local","vendor":"me","aliases":["opus"],"input":0,"output":0}"""));

        Assert.Equal(1.1m + 2.3m, table.Cost(Usage, "gpt-5.5"));
        Assert.Equal(0m, table.Cost(Usage, "opus"));
        Assert.Equal(PriceTable.Shipped.Cost(Usage, "claude-opus-4-8"), table.Cost(Usage, "claude-opus-4-8"));
        Assert.Equal(PriceTable.Shipped.PricesOf("gemini-2.5-pro"), table.PricesOf("gemini-2.5-pro"));
    }

    [Theory]
    [InlineData("-1", "OKS0931")]
    [InlineData("10000.01", "OKS0931")]
    [InlineData("1e400", "OKS0931")]
    [InlineData("\"NaN\"", "OKS0931")]
    [InlineData("null", "OKS0931")]
    [InlineData("NaN", "OKS0930")]
    public void A_price_that_is_none_is_refused(string value, string code)
    {
        var problem = Refused($$"""{{Head}}"models":[{"model":"gpt-x","vendor":"v","input":1,"output":{{value}}}]}""");

        Assert.Equal(code, problem.Code);
        Assert.Contains("p.json", problem.Message, StringComparison.Ordinal);
        if (code == "OKS0931")
        {
            Assert.Contains("'output' of model 'gpt-x'", problem.Message, StringComparison.Ordinal);
            Assert.Contains("from 0 to 10000", problem.Message, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("""{"source":"s","models":[]}""", "OKS0934", "'date'")]
    [InlineData("""{"date":"26.11.2026","source":"s","models":[]}""", "OKS0934", "'date'")]
    [InlineData("""{"date":"2026-11-26","models":[]}""", "OKS0930", "'source'")]
    [InlineData("""{"date":"2026-11-26","source":"s"}""", "OKS0930", "'models'")]
    [InlineData("""{"date":"2026-11-26","source":"s","models":[],"currency":"EUR"}""", "OKS0933", "'currency'")]
    [InlineData("""{"date":"2026-11-26","source":"s","models":[{"model":"a","vendor":"v","input":1,"output":1,"outptu":2}]}""", "OKS0933", "'outptu' of model 'a'")]
    [InlineData("""{"date":"2026-11-26","source":"s","models":[{"model":"a","vendor":"v","input":1}]}""", "OKS0931", "'output' of model 'a'")]
    [InlineData("""{"date":"2026-11-26","source":"s","models":[{"vendor":"v","input":1,"output":1}]}""", "OKS0930", "'model' of entry 1")]
    [InlineData("""{"date":"2026-11-26","source":"s","models":[{"model":"a","vendor":"v","input":1,"output":1},{"model":"b","vendor":"v","aliases":["a"],"input":1,"output":1}]}""", "OKS0932", "'a'")]
    [InlineData("""{"date":"2026-11-26","source":"s","models":[{"model":"a","vendor":"v","input":1,"input":2,"output":1}]}""", "OKS0930", "p.json")]
    [InlineData("""{"date":"2026-11-26","source":"s","models":[7]}""", "OKS0930", "entry 1")]
    [InlineData("""[]""", "OKS0930", "p.json")]
    [InlineData("", "OKS0930", "p.json")]
    [InlineData("""{"schemaVersion":2,"date":"2026-11-26","source":"s","models":[]}""", "OKS0930", "'schemaVersion'")]
    public void A_table_that_is_none_is_refused_and_says_where(string json, string code, string place)
    {
        var problem = Refused(json);

        Assert.Equal(code, problem.Code);
        Assert.Contains(place, problem.Message, StringComparison.Ordinal);
        Assert.NotNull(problem.Hint);
    }
}
