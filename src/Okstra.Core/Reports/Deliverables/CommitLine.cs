namespace Okstra.Core.Reports.Deliverables;

/// <summary>A commit that another report is quoted with.</summary>
/// <param name="Sha">As quoted.</param>
/// <param name="Subject">First line of its message.</param>
public sealed record CommitLine(string Sha, string Subject);
