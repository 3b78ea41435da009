using System.Text.Json;
using Okstra.Core.Problems;

namespace Okstra.Core.Usage.Prices;

/// <summary>One object of a price table, read strictly.</summary>
/// <param name="element">The object.</param>
/// <param name="file">Named in problems.</param>
/// <param name="place">Where in the file it stands, in words.</param>
internal sealed class PriceMember(JsonElement element, string file, string place)
{
    /// <summary>More than any model ever cost for a million tokens; a larger number is a mistake of the unit.</summary>
    public const decimal Largest = 10_000m;

    private const int LongestText = 500;
    private const string Range = "must be US dollars for a million tokens, a number from 0 to 10000";

    public static IReadOnlyList<string> Rates { get; } = ["input", "output", "cacheRead", "cacheWrite5m", "cacheWrite1h"];

    public void AllowOnly(IReadOnlyList<string> names)
    {
        if (element.ValueKind != JsonValueKind.Object)
        {
            throw new UserErrorException("OKS0930", $"{file}: {place} is no object", Hint);
        }

        if (element.EnumerateObject().Select(property => property.Name).FirstOrDefault(name => !names.Contains(name, StringComparer.Ordinal)) is { } unknown)
        {
            throw Refused("OKS0933", unknown, $"is unknown; known are {string.Join(", ", names)}");
        }
    }

    public JsonElement? Element(string name) => element.TryGetProperty(name, out var value) ? value : null;

    public string? Text(string name) => Element(name) is not { } value
        ? null
        : value.ValueKind == JsonValueKind.String && value.GetString() is { Length: > 0 and <= LongestText } text
            ? text
            : throw Refused("OKS0930", name, $"must be a text of 1 to {LongestText} characters");

    public IReadOnlyList<string> Texts(string name) => Element(name) is not { } value
        ? []
        : value.ValueKind == JsonValueKind.Array && value.EnumerateArray().All(item => item.ValueKind == JsonValueKind.String && item.GetString()!.Length is > 0 and <= LongestText)
            ? [.. value.EnumerateArray().Select(item => item.GetString()!)]
            : throw Refused("OKS0930", name, "must be a list of names");

    public TokenRates ReadRates() => new()
    {
        Input = Money("input") ?? throw Refused("OKS0931", "input", $"is missing; it {Range}"),
        Output = Money("output") ?? throw Refused("OKS0931", "output", $"is missing; it {Range}"),
        CacheRead = Money("cacheRead"),
        CacheWrite5m = Money("cacheWrite5m"),
        CacheWrite1h = Money("cacheWrite1h"),
    };

    public UserErrorException Refused(string code, string name, string what) => new(code, $"{file}: '{name}' of {place} {what}", Hint);

    private static string Hint => "correct it, or move the file away to use the prices that ship with okstra";

    // A number that is not finite cannot stand in JSON but as a text, and a text is no price.
    private decimal? Money(string name) => Element(name) is not { } value
        ? null
        : value.ValueKind == JsonValueKind.Number && value.TryGetDecimal(out var money) && money is >= 0 and <= Largest
            ? money
            : throw Refused("OKS0931", name, $"{Range}, not {Shown(value)}");

    private static string Shown(JsonElement value) => value.GetRawText() is { Length: > 40 } raw ? $"{raw[..40]}…" : value.GetRawText();
}
