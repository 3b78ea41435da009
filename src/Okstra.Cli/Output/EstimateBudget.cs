namespace Okstra.Cli.Output;

/// <summary>One budget held against an estimate.</summary>
internal sealed record EstimateBudget(string Scope, long? Tokens, decimal? Usd, string Verdict);
