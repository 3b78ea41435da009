namespace Okstra.Engine.Dispatching;

/// <summary>What became of the tree a worker could touch.</summary>
/// <param name="Unchanged">Null when it could touch none.</param>
/// <param name="Changes">Paths that differ, bounded; empty when unchanged.</param>
/// <param name="Patch">The patch kept as evidence, relative to the run directory.</param>
public sealed record TreeVerdict(bool? Unchanged, IReadOnlyList<string> Changes, string? Patch)
{
    public static TreeVerdict NoTree { get; } = new(null, [], null);

    public static TreeVerdict Untouched { get; } = new(true, [], null);
}
