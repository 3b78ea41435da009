namespace Okstra.Core.Reports.Deliverables;

/// <summary>How a test went from failing to passing (R-PHS-056).</summary>
/// <param name="Step">Step of the plan.</param>
/// <param name="Failing">The test failing for the right reason.</param>
/// <param name="Passing">The test passing after the change.</param>
public sealed record TddRow(string Step, string Failing, string Passing);
