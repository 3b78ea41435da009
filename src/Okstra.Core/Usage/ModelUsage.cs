namespace Okstra.Core.Usage;

/// <summary>Tokens one model used.</summary>
/// <param name="Model">As the vendor names it; null when it does not say which of its models answered.</param>
/// <param name="Usage">Its tokens.</param>
public sealed record ModelUsage(string? Model, TokenUsage Usage);
