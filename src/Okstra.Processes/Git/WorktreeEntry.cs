namespace Okstra.Processes.Git;

/// <summary>One worktree as git knows it.</summary>
/// <param name="Path">Absolute.</param>
/// <param name="Commit">Full id; null when there is none yet.</param>
/// <param name="Branch">Full ref name; null when detached.</param>
/// <param name="LockReason">Empty when locked without a reason, null when not locked.</param>
public sealed record WorktreeEntry(string Path, string? Commit, string? Branch, string? LockReason)
{
    /// <summary>Reads <c>git worktree list --porcelain -z</c>: attributes end with NUL, an empty one ends a worktree.</summary>
    public static IReadOnlyList<WorktreeEntry> ParseList(string output)
    {
        var entries = new List<WorktreeEntry>();
        foreach (var attribute in output.Split('\0'))
        {
            var space = attribute.IndexOf(' ', StringComparison.Ordinal);
            var (key, value) = space < 0 ? (attribute, "") : (attribute[..space], attribute[(space + 1)..]);
            if (key == "worktree")
            {
                entries.Add(new WorktreeEntry(value, null, null, null));
            }
            else if (entries.Count > 0)
            {
                entries[^1] = key switch
                {
                    "HEAD" => entries[^1] with { Commit = value },
                    "branch" => entries[^1] with { Branch = value },
                    "locked" => entries[^1] with { LockReason = value },
                    _ => entries[^1],
                };
            }
        }

        return entries;
    }
}
