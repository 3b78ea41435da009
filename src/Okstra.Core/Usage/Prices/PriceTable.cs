using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;

namespace Okstra.Core.Usage.Prices;

/// <summary>Prices by model name. A name is looked up exactly, then without what is no part of it (<see cref="ModelNames"/>); it is never guessed from a similar one.</summary>
public sealed class PriceTable
{
    // Names come from logs; without a bound a hostile log could fill the memory with them.
    private const int RememberedNames = 4096;

    private static readonly Lazy<PriceTable> Embedded = new(LoadShipped);
    private readonly Dictionary<string, ModelPrice> _byName = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, ModelPrice?> _known = new(StringComparer.Ordinal);

    /// <param name="date"><c>yyyy-MM-dd</c>.</param>
    /// <param name="source">Where the prices are from.</param>
    /// <param name="models">No name twice, aliases included.</param>
    public PriceTable(string date, string source, IReadOnlyList<ModelPrice> models)
    {
        (Date, Source, Models) = (date, source, models);
        foreach (var price in models)
        {
            foreach (var name in price.Aliases.Prepend(price.Model))
            {
                _byName[name] = price;
            }
        }
    }

    /// <summary>The table in the repository.</summary>
    public static PriceTable Shipped => Embedded.Value;

    /// <summary>Day of the table, <c>yyyy-MM-dd</c>.</summary>
    public string Date { get; }

    /// <summary>Where its prices are from; every one is an estimate, not an invoice.</summary>
    public string Source { get; }

    /// <summary>In the order of the table.</summary>
    public IReadOnlyList<ModelPrice> Models { get; }

    public bool TryPrice(string? model, [NotNullWhen(true)] out ModelPrice? price) => (price = Find(model)) is not null;

    /// <summary>US dollars; null when the model has no price here, so that only its tokens are known.</summary>
    /// <param name="usage">Tokens of one request, or of many.</param>
    /// <param name="model">As the vendor or the user names it.</param>
    /// <param name="requestPrompt">Size of the prompt when it is one request.</param>
    public decimal? Cost(TokenUsage usage, string? model, long? requestPrompt = null) => Find(model)?.Cost(usage, requestPrompt);

    /// <summary>Day of the price of a model, <c>yyyy-MM-dd</c>; null without a price.</summary>
    public string? PricesOf(string? model) => Find(model)?.Date;

    /// <summary>This table with another one on top: its models replace those of the same name, and its names win.</summary>
    public PriceTable With(PriceTable above)
    {
        HashSet<string> models = [.. above.Models.Select(price => price.Model)];
        HashSet<string> names = [.. above._byName.Keys];
        return new PriceTable(
            above.Date,
            $"{above.Source}; for other models: {Source}, {Date}",
            [
                .. Models.Where(price => !models.Contains(price.Model) && !names.Contains(price.Model)).Select(price => price with { Aliases = [.. price.Aliases.Where(alias => !names.Contains(alias))] }),
                .. above.Models,
            ]);
    }

    private static PriceTable LoadShipped()
    {
        using var stream = typeof(PriceTable).Assembly.GetManifestResourceStream("Okstra.Core.prices.json")!;
        using var reader = new StreamReader(stream);
        return PriceTableReader.Read(reader.ReadToEnd(), "prices.json");
    }

    private ModelPrice? Find(string? model)
    {
        if (string.IsNullOrEmpty(model))
        {
            return null;
        }

        if (_known.TryGetValue(model, out var known))
        {
            return known;
        }

        var price = ModelNames.Of(model).Select(name => _byName.GetValueOrDefault(name)).FirstOrDefault(found => found is not null);
        if (_known.Count < RememberedNames)
        {
            _known.TryAdd(model, price);
        }

        return price;
    }
}
