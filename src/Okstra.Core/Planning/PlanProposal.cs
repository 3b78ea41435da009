namespace Okstra.Core.Planning;

/// <summary>One proposal of a planning run and how it fared.</summary>
/// <param name="Worker">Who proposed it.</param>
/// <param name="Recommended">Name of the option it recommends; empty when none.</param>
/// <param name="ConfirmedClaims">Findings of its author that reached consensus: what the plan stands on.</param>
/// <param name="OpenClaims">Findings of its author that did not.</param>
/// <param name="Blocking">Flaws that keep it from being approved.</param>
/// <param name="Remarks">Flaws that do not.</param>
/// <param name="Used">Its plan is the one in this report.</param>
public sealed record PlanProposal(string Worker, string Recommended, int ConfirmedClaims, int OpenClaims, int Blocking, int Remarks, bool Used);
