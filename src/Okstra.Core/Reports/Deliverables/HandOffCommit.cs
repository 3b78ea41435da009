namespace Okstra.Core.Reports.Deliverables;

/// <summary>A commit that is handed off (R-REP-70).</summary>
/// <param name="ShortSha">Abbreviated id.</param>
/// <param name="Sha">Full id.</param>
/// <param name="Subject">First line of its message.</param>
/// <param name="Files">Files it touches.</param>
public sealed record HandOffCommit(string ShortSha, string Sha, string Subject, IReadOnlyList<string> Files);
