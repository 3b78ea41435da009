namespace Okstra.Processes.Git;

/// <summary>Looks refs and commits up.</summary>
public sealed class CommitLookup(GitRepository repository)
{
    /// <summary>Full id of the commit a ref stands for; null when there is no such ref or it names no commit.</summary>
    /// <param name="reference">Full name, such as <c>refs/heads/main</c>; never interpreted as anything else.</param>
    /// <param name="cancellationToken">Ends git.</param>
    public async Task<string?> RefAsync(string reference, CancellationToken cancellationToken)
    {
        if (!reference.StartsWith("refs/", StringComparison.Ordinal) || reference.Any(letter => char.IsControl(letter) || letter is ' ' or '~' or '^' or ':' or '?' or '*' or '[' or '\\')
            || reference.Contains("..", StringComparison.Ordinal) || reference.Contains("@{", StringComparison.Ordinal))
        {
            return null;
        }

        return await repository.ResolveAsync(reference, cancellationToken);
    }

    // "<tree> <parent> <parent>"
    /// <summary>Tree and parents of a commit; null when there is no such commit.</summary>
    /// <param name="commit">Full id.</param>
    /// <param name="cancellationToken">Ends git.</param>
    public async Task<(string Tree, IReadOnlyList<string> Parents)?> ShapeAsync(string commit, CancellationToken cancellationToken)
    {
        var result = await repository.Git.RunAsync(repository.Root, ["show", "--no-patch", "--format=%T %P", "--end-of-options", commit], cancellationToken);
        return result.Succeeded && result.Output.Split([' ', '\n'], StringSplitOptions.RemoveEmptyEntries) is [var tree, .. var parents] ? (tree, parents) : null;
    }
}
