namespace Okstra.Engine.Conflicts;

/// <summary>A registered branch that could not be compared.</summary>
/// <param name="Name">Row key.</param>
/// <param name="Reason">In plain words.</param>
public sealed record SkippedBranch(string Name, string Reason);
