using System.Globalization;
using Okstra.Core.Custody;
using Okstra.Core.Problems;
using Okstra.Processes.Git;

namespace Okstra.Processes.Custody;

/// <summary>Refs below <c>refs/okstra/keep/</c>: made, read, never moved and never removed.</summary>
public sealed class KeepRefs(GitCommand git, string commonDirectory)
{
    private const string Root = "refs/okstra/keep/";
    private const int Attempts = 50;

    /// <summary>What was kept last; null when nothing is.</summary>
    public async Task<KeptWork?> NewestAsync(string prefix, CancellationToken cancellationToken) => await ListAsync(prefix, cancellationToken) is [.., var newest] ? newest : null;

    /// <summary>Kept commits of one worktree, oldest first; what is below a deeper prefix belongs to a stage.</summary>
    public async Task<IReadOnlyList<KeptWork>> ListAsync(string prefix, CancellationToken cancellationToken) =>
        [.. (await AllAsync(cancellationToken)).Where(kept => kept.Ref.StartsWith(prefix, StringComparison.Ordinal) && !kept.Ref[prefix.Length..].Contains('/', StringComparison.Ordinal)).OrderBy(kept => kept.Number)];

    /// <summary>Every kept commit of the repository.</summary>
    public async Task<IReadOnlyList<KeptWork>> AllAsync(CancellationToken cancellationToken)
    {
        // A record: <ref> NUL <commit> NUL <tree> NUL <message> NUL NUL newline; a message has no NUL.
        var output = await git.RequireAsync(commonDirectory, ["for-each-ref", "--format=%(refname)%00%(objectname)%00%(tree)%00%(contents)%00%00", Root], "list kept work", cancellationToken);
        return [.. output.Split("\0\0\n", StringSplitOptions.RemoveEmptyEntries).Select(record => record.Split('\0')).Where(parts => parts.Length >= 4).Select(Parse).OfType<KeptWork>()];
    }

    /// <summary>The kept commit a full id stands for; null when it is none.</summary>
    public async Task<KeptWork?> OfCommitAsync(string commit, CancellationToken cancellationToken)
    {
        var result = await git.RunAsync(commonDirectory, ["log", "-1", "--no-walk", "--format=%H%x00%T%x00%B", "--end-of-options", commit], cancellationToken);
        return result.Succeeded && result.Output.Split('\0') is [var id, var tree, var text] && KeepMessage.TryParse(text) is { } message ? new KeptWork(id, 0, id, tree, message) : null;
    }

    /// <summary>Makes the next free ref for a snapshot; the newest one is answered when it holds the same state already.</summary>
    /// <exception cref="UserErrorException">Git refused.</exception>
    public async Task<KeptWork> KeepAsync(string prefix, WorkSnapshot snapshot, CancellationToken cancellationToken)
    {
        for (var attempt = 1; ; attempt++)
        {
            var known = await ListAsync(prefix, cancellationToken);
            if (known is [.., var newest] && await IsSameAsync(newest, snapshot, cancellationToken))
            {
                return newest;
            }

            var number = (known is [.., var last] ? last.Number : 0) + 1;
            var name = string.Create(CultureInfo.InvariantCulture, $"{prefix}{number}");
            var made = await git.RunAsync(commonDirectory, ["update-ref", "--no-deref", "--", name, snapshot.Commit, new string('0', snapshot.Commit.Length)], cancellationToken);
            if (made.Succeeded)
            {
                return new KeptWork(name, number, snapshot.Commit, snapshot.Tree, snapshot.Message);
            }

            if (attempt >= Attempts)
            {
                throw new UserErrorException("OKS2033", $"git could not make the ref '{name}' in '{commonDirectory}': {made.Complaint}", "nothing was removed; look at the repository with git status and try again");
            }
        }
    }

    private static KeptWork? Parse(string[] parts) =>
        int.TryParse(parts[0][(parts[0].LastIndexOf('/') + 1)..], NumberStyles.None, CultureInfo.InvariantCulture, out var number) && KeepMessage.TryParse(parts[3]) is { } message
            ? new KeptWork(parts[0], number, parts[1], parts[2], message)
            : null;

    private async Task<bool> IsSameAsync(KeptWork kept, WorkSnapshot snapshot, CancellationToken cancellationToken)
    {
        var message = kept.Message;
        return kept.Tree == snapshot.Tree
            && message with { At = "", Index = null, State = null } == snapshot.Message with { At = "", Index = null, State = null }
            && (message.Index is null ? null : await FactAsync("%T", message.Index, cancellationToken)) == snapshot.IndexTree
            && message.State is { } state
            && await FactAsync("%T %P", state, cancellationToken) == string.Join(' ', snapshot.Heads.Prepend(snapshot.StateTree));
    }

    private async Task<string> FactAsync(string format, string commit, CancellationToken cancellationToken) =>
        (await git.RequireAsync(commonDirectory, ["log", "-1", "--no-walk", $"--format={format}", "--end-of-options", commit], "read kept work", cancellationToken)).Trim();
}
