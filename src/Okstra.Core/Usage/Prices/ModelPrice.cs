namespace Okstra.Core.Usage.Prices;

/// <summary>What the vendor of a model asks for its tokens.</summary>
public sealed record ModelPrice
{
    /// <summary>Name as the vendor's API knows it, without a date.</summary>
    public required string Model { get; init; }

    /// <summary><c>anthropic</c>, <c>openai</c>, <c>google</c> or another.</summary>
    public required string Vendor { get; init; }

    /// <summary>Other names for exactly this model, such as <c>opus</c>.</summary>
    public required IReadOnlyList<string> Aliases { get; init; }

    public required TokenRates Rates { get; init; }

    public LongContextRates? LongContext { get; init; }

    /// <summary>Day the price was looked up, <c>yyyy-MM-dd</c>.</summary>
    public required string Date { get; init; }

    /// <summary>Where it was looked up.</summary>
    public required string Source { get; init; }

    /// <param name="usage">Tokens of one request, or of many.</param>
    /// <param name="requestPrompt">Size of the prompt when it is one request; a sum of many is priced at the usual rates.</param>
    public decimal? Cost(TokenUsage usage, long? requestPrompt = null) =>
        (LongContext is { } tier && requestPrompt > tier.Above ? tier.Rates : Rates).Cost(usage);
}
