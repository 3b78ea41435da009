namespace Okstra.Cli.Output;

/// <summary>One worker of an estimate.</summary>
internal sealed record EstimateLine(string Worker, string Driver, string Model, int EarlierRuns, AmountLine? Median, AmountLine? P90);
