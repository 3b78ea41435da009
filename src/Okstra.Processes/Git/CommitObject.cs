using System.Globalization;
using System.Text;

namespace Okstra.Processes.Git;

/// <summary>Writes merge commits as objects only, dated by their parents: the same merge always has the same id, whenever and however often it is made.</summary>
public sealed class CommitObject(GitRepository repository)
{
    private const string OwnName = "okstra";
    private const string OwnAddress = "okstra@localhost";

    /// <summary>Stores one and answers its full id; no ref names it yet.</summary>
    /// <param name="tree">Full id.</param>
    /// <param name="parents">Full ids, the branch that takes in first.</param>
    /// <param name="message">One line.</param>
    /// <param name="cancellationToken">Ends git.</param>
    /// <exception cref="Okstra.Core.Problems.UserErrorException">Git could not write it.</exception>
    public async Task<string> WriteAsync(string tree, IReadOnlyList<string> parents, string message, CancellationToken cancellationToken)
    {
        if (!GitObjectId.IsFull(tree) || !parents.All(GitObjectId.IsFull))
        {
            throw new ArgumentException("a tree and parents are full ids", nameof(tree));
        }

        var time = await NewestAsync(parents, cancellationToken);
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"tree {tree}\n");
        foreach (var parent in parents)
        {
            text.Append(CultureInfo.InvariantCulture, $"parent {parent}\n");
        }

        text.Append(CultureInfo.InvariantCulture, $"author {await IdentityAsync("GIT_AUTHOR_IDENT", cancellationToken)} {time} +0000\n");
        text.Append(CultureInfo.InvariantCulture, $"committer {await IdentityAsync("GIT_COMMITTER_IDENT", cancellationToken)} {time} +0000\n");
        text.Append(CultureInfo.InvariantCulture, $"\n{message}\n");
        var call = new GitCall { Arguments = ["hash-object", "-t", "commit", "-w", "--stdin"], Input = text.ToString() };
        return GitRepository.RemoveNewline(await repository.Git.RequireAsync(repository.Root, call, "write a merge commit", cancellationToken));
    }

    private async Task<long> NewestAsync(IReadOnlyList<string> commits, CancellationToken cancellationToken)
    {
        string[] arguments = ["show", "--no-patch", "--format=%ct", "--end-of-options", .. commits];
        var output = await repository.Git.RequireAsync(repository.Root, arguments, "read the dates of commits", cancellationToken);
        return output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Max(line => long.Parse(line, CultureInfo.InvariantCulture));
    }

    // Ada Lovelace <ada@example.org> 1767323045 +0000
    private async Task<string> IdentityAsync(string which, CancellationToken cancellationToken)
    {
        // Git would make up a name from the machine's; a commit of nobody's is better named after who made it.
        var configured = await IsConfiguredAsync("user.name", cancellationToken) && await IsConfiguredAsync("user.email", cancellationToken);
        string[] fallback = configured ? [] : ["-c", $"user.name={OwnName}", "-c", $"user.email={OwnAddress}"];
        var ident = await repository.Git.RequireAsync(repository.Root, [.. fallback, "var", which], "say who commits", cancellationToken);
        return ident[..(ident.LastIndexOf('>') + 1)];
    }

    private async Task<bool> IsConfiguredAsync(string key, CancellationToken cancellationToken) =>
        (await repository.Git.RunAsync(repository.Root, ["config", "--get", key], cancellationToken)) is { Succeeded: true } answer && !string.IsNullOrWhiteSpace(answer.Output);
}
