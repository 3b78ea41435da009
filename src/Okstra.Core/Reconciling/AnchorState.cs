namespace Okstra.Core.Reconciling;

/// <summary>The commit all stages are based on, in a report of git-reconcile.</summary>
/// <param name="Sha">Recorded; empty while none is.</param>
/// <param name="Status"><c>ok</c> or <c>unresolvable</c>.</param>
public sealed record AnchorState(string Sha, string Status);
