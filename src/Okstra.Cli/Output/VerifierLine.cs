namespace Okstra.Cli.Output;

/// <summary>Simulated verifiers.</summary>
/// <param name="Name"><c>agreeable</c>, <c>evidence-obliged</c>, <c>oracle-assisted</c> or <c>custom</c>.</param>
/// <param name="Tpr">Probability of confirming what is true.</param>
/// <param name="Tnr">Probability of rejecting what is false.</param>
internal sealed record VerifierLine(string Name, double Tpr, double Tnr);
