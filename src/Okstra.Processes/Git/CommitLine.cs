using Okstra.Core.Problems;

namespace Okstra.Processes.Git;

/// <summary>A commit and its parents.</summary>
/// <param name="Sha">Full id.</param>
/// <param name="Parents">Full ids, the first parent first; none for a root.</param>
public sealed record CommitLine(string Sha, IReadOnlyList<string> Parents)
{
    /// <summary>Options of <c>git rev-list</c> for <see cref="ParseAll"/>.</summary>
    internal const string Format = "--parents";

    // b56f8a0b0c6a0e3bba5c3a2e2a8ffa3f0e3d1c11 6b7a…(first parent) 91d0…(second parent)
    /// <summary>Reads <c>git rev-list --parents</c>.</summary>
    /// <exception cref="UserErrorException">A line is something else.</exception>
    internal static IReadOnlyList<CommitLine> ParseAll(string output) =>
        [.. output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => line.Split(' ')).Select(ids => ids.All(GitObjectId.IsFull)
            ? new CommitLine(ids[0], ids[1..])
            : throw new UserErrorException("OKS2041", $"git named '{ids[0]}' where a commit id was expected", "look at the repository with git fsck"))];
}
