namespace Okstra.Core.Reports.Deliverables;

/// <summary>A row of <c>Commit list</c> (R-PHS-065).</summary>
/// <param name="Sha">Short or full id.</param>
/// <param name="Step">Step of the plan it carries out.</param>
/// <param name="Message">Verbatim.</param>
public sealed record ImplementationCommit(string Sha, string Step, string Message);
