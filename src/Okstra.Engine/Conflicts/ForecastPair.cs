using Okstra.Processes.Git;

namespace Okstra.Engine.Conflicts;

/// <summary>Two sides and what merging them would give.</summary>
public sealed record ForecastPair
{
    public const string Clean = "clean";
    public const string Conflict = "conflict";

    /// <summary>No common history: there is nothing to merge by.</summary>
    public const string Unrelated = "unrelated";

    public required string Left { get; init; }

    public required string Right { get; init; }

    /// <summary><c>clean</c>, <c>conflict</c> or <c>unrelated</c>.</summary>
    public required string Outcome { get; init; }

    /// <summary>Paths with conflicts, from the top of the tree.</summary>
    public required IReadOnlyList<string> Files { get; init; }

    /// <summary>What kinds of conflict they are.</summary>
    public required IReadOnlyList<MergeConflict> Conflicts { get; init; }
}
