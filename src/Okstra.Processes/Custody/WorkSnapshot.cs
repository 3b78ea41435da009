using Okstra.Core.Custody;

namespace Okstra.Processes.Custody;

/// <summary>Everything of one worktree as commits in the object store; nothing refers to them yet.</summary>
public sealed record WorkSnapshot
{
    /// <summary>The commit that leads to all of it.</summary>
    public required string Commit { get; init; }

    public required KeepMessage Message { get; init; }

    /// <summary>Tree of the files.</summary>
    public required string Tree { get; init; }

    /// <summary>Tree of what was staged; null when it is the tip's.</summary>
    public required string? IndexTree { get; init; }

    /// <summary>Tree of the administrative state.</summary>
    public required string StateTree { get; init; }

    /// <summary>Commits nothing else of it holds, ordinally sorted.</summary>
    public required IReadOnlyList<string> Heads { get; init; }

    /// <summary>Whether there is anything beyond the commit it began at.</summary>
    public required bool HasWork { get; init; }

    /// <summary>Whether both say the same, whenever they were made.</summary>
    public bool IsSameAs(WorkSnapshot other) =>
        Tree == other.Tree && IndexTree == other.IndexTree && StateTree == other.StateTree && Heads.SequenceEqual(other.Heads)
        && Message with { At = "", Index = null, State = null } == other.Message with { At = "", Index = null, State = null };
}
