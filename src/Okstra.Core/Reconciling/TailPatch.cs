namespace Okstra.Core.Reconciling;

/// <summary>Everything from one commit to the tip of a stage branch as one change.</summary>
/// <param name="Base">Full id of the commit it is counted from.</param>
/// <param name="Patch">The change.</param>
public sealed record TailPatch(string Base, PatchId Patch);
