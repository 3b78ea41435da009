namespace Okstra.Core.Reconciling;

/// <summary>A commit on a first-parent chain.</summary>
/// <param name="Sha">Full id.</param>
/// <param name="Parent">First parent, full id.</param>
/// <param name="Patch">What it changed compared with that parent.</param>
public sealed record ChainCommit(string Sha, string Parent, PatchId Patch);
