namespace Okstra.Core.Usage.Budgets;

/// <summary>What one earlier dispatch used.</summary>
/// <param name="Driver">Driver id.</param>
/// <param name="Model">Execution name of its model.</param>
/// <param name="Round">0 = analysis, 1… = re-verification, -1 = report writing, -2 = grouping.</param>
/// <param name="Used">Tokens and money.</param>
public sealed record UsageSample(string Driver, string Model, int Round, Amount Used);
