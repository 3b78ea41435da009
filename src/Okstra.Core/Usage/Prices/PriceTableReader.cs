using System.Globalization;
using System.Text.Json;
using Okstra.Core.Problems;

namespace Okstra.Core.Usage.Prices;

/// <summary>Reads a price table; what is wrong in it is refused with the file, the model and the member named.</summary>
/// <remarks>A sample: <c>{"schemaVersion":1,"date":"2026-11-26","source":"…","models":[{"model":"claude-opus-4-8","vendor":"anthropic","aliases":["opus"],"input":5,"output":25,"cacheRead":0.5,"cacheWrite5m":6.25,"cacheWrite1h":10,"longContext":{"above":200000,"input":10,"output":37.5}}]}</c></remarks>
public static class PriceTableReader
{
    private const int Version = 1;
    private const int MostModels = 2000;
    private static readonly string[] TableMembers = ["schemaVersion", "date", "source", "models"];
    private static readonly string[] ModelMembers = ["model", "vendor", "aliases", "date", "source", "longContext", .. PriceMember.Rates];

    /// <param name="json">The file's text.</param>
    /// <param name="file">Named in problems.</param>
    /// <exception cref="UserErrorException">The table cannot be used as it stands.</exception>
    public static PriceTable Read(string json, string file)
    {
        using var document = Parse(json, file);
        var table = new PriceMember(document.RootElement, file, "the table");
        table.AllowOnly(TableMembers);
        if (table.Element("schemaVersion") is { } version && (version.ValueKind != JsonValueKind.Number || !version.TryGetInt32(out var number) || number != Version))
        {
            throw table.Refused("OKS0930", "schemaVersion", $"must be {Version}");
        }

        var date = DateOf(table) ?? throw table.Refused("OKS0934", "date", "is missing; it is the day the prices were looked up, as 2026-11-26");
        var source = table.Text("source") ?? throw table.Refused("OKS0930", "source", "is missing; it says in a few words where the prices are from");
        if (table.Element("models") is not { ValueKind: JsonValueKind.Array } list || list.GetArrayLength() > MostModels)
        {
            throw table.Refused("OKS0930", "models", $"must be a list of at most {MostModels} prices, one for each model");
        }

        List<ModelPrice> models = [.. list.EnumerateArray().Select((entry, index) => Model(entry, file, index, date, source))];
        var names = new HashSet<string>(StringComparer.Ordinal);
        foreach (var price in models)
        {
            if (price.Aliases.Prepend(price.Model).FirstOrDefault(name => !names.Add(name)) is { } twice)
            {
                throw new UserErrorException("OKS0932", $"{file}: the name '{twice}' stands for two prices (model '{price.Model}')", "keep one price for each name, aliases included");
            }
        }

        return new PriceTable(date, source, models);
    }

    private static ModelPrice Model(JsonElement entry, string file, int index, string date, string source)
    {
        var named = entry.ValueKind == JsonValueKind.Object && entry.TryGetProperty("model", out var name) && name.ValueKind == JsonValueKind.String ? $"model '{name.GetString()}'" : string.Create(CultureInfo.InvariantCulture, $"entry {index + 1} of models");
        var member = new PriceMember(entry, file, named);
        member.AllowOnly(ModelMembers);
        return new ModelPrice
        {
            Model = member.Text("model") ?? throw member.Refused("OKS0930", "model", "is missing; it is the name the vendor's API knows"),
            Vendor = member.Text("vendor") ?? throw member.Refused("OKS0930", "vendor", "is missing, such as anthropic, openai, google"),
            Aliases = member.Texts("aliases"),
            Rates = member.ReadRates(),
            LongContext = member.Element("longContext") is { } tier ? LongContext(new PriceMember(tier, file, $"{named}, longContext")) : null,
            Date = DateOf(member) ?? date,
            Source = member.Text("source") ?? source,
        };
    }

    private static LongContextRates LongContext(PriceMember tier)
    {
        tier.AllowOnly(["above", .. PriceMember.Rates]);
        return tier.Element("above") is { ValueKind: JsonValueKind.Number } above && above.TryGetInt64(out var tokens) && tokens is > 0 and <= 1_000_000_000
            ? new LongContextRates(tokens, tier.ReadRates())
            : throw tier.Refused("OKS0931", "above", "must be a whole number of prompt tokens from 1 to 1000000000");
    }

    private static string? DateOf(PriceMember member) => member.Text("date") is not { } text
        ? null
        : DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _)
            ? text
            : throw member.Refused("OKS0934", "date", "must be a day such as 2026-11-26");

    private static JsonDocument Parse(string json, string file)
    {
        try
        {
            return JsonDocument.Parse(json, new JsonDocumentOptions { AllowDuplicateProperties = false, MaxDepth = 8 });
        }
        catch (JsonException failure)
        {
            throw new UserErrorException(new Problem("OKS0930", $"{file} is no price table: {failure.Message.Split(" Path: ")[0]}", "repair it, or move it away to use the prices that ship with okstra"), failure);
        }
    }
}
