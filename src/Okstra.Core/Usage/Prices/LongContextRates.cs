namespace Okstra.Core.Usage.Prices;

/// <summary>Rates of one request whose whole prompt, cached parts included, is larger than <paramref name="Above"/> tokens.</summary>
/// <param name="Above">Tokens, at least 1.</param>
/// <param name="Rates">For the whole request, not only the part above.</param>
public sealed record LongContextRates(long Above, TokenRates Rates);
