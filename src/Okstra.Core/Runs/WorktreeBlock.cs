namespace Okstra.Core.Runs;

/// <summary>Which tree the workers of a run read (R-LAY-60, R-LAY-73).</summary>
public sealed record WorktreeBlock
{
    /// <summary>Absolute; the project root until a task worktree exists.</summary>
    public required string Path { get; init; }

    public string? Branch { get; init; }

    public string? BaseRef { get; init; }

    /// <summary><c>created</c>, <c>reused</c>, <c>skipped-in-worktree</c> or <c>skipped-not-git</c> (R-CON-56); empty while no task worktree is provisioned.</summary>
    public required string Status { get; init; }

    public required string Note { get; init; }
}
