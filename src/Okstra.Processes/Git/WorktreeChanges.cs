namespace Okstra.Processes.Git;

/// <summary>What is in a worktree and not committed.</summary>
public sealed class WorktreeChanges(GitRepository repository)
{
    // " M cart.py\0?? new file.py\0": two letters of state, a space, the path from the top; renames are told as two files.
    private const int StateLength = 3;

    /// <summary>Paths of files that are changed, staged, in conflict or new; ignored ones don't count.</summary>
    /// <param name="folder">Top of the worktree, absolute.</param>
    /// <param name="links">What okstra linked into the project's folder; nobody's change.</param>
    /// <param name="cancellationToken">Ends git.</param>
    /// <exception cref="Okstra.Core.Problems.UserErrorException">Git could not look.</exception>
    public async Task<IReadOnlyList<string>> FilesAsync(string folder, IReadOnlyCollection<string> links, CancellationToken cancellationToken)
    {
        string[] arguments = ["status", "--porcelain=v1", "-z", "--no-renames", "--untracked-files=all", "--ignore-submodules=none"];
        var output = await repository.Git.RequireAsync(folder, arguments, "list uncommitted files", cancellationToken);
        return [.. output.Split('\0').Where(line => line.Length > StateLength).Select(line => line[StateLength..]).Where(file => !links.Any(link => file == link || file.EndsWith($"/{link}", StringComparison.Ordinal)))];
    }
}
