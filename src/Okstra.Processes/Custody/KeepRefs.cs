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

            if (await TryMakeAsync(prefix, snapshot.Commit, attempt, cancellationToken) is { } made)
            {
                return new KeptWork(made.Ref, made.Number, snapshot.Commit, snapshot.Tree, snapshot.Message);
            }
        }
    }

    /// <summary>Keeps a commit that a record is about to stop naming, as it is; one that is kept there already is not kept twice.</summary>
    /// <returns>The ref.</returns>
    /// <exception cref="UserErrorException">Git refused.</exception>
    public async Task<string> PinAsync(string prefix, string commit, CancellationToken cancellationToken)
    {
        for (var attempt = 1; ; attempt++)
        {
            if ((await RefsAsync(prefix, cancellationToken)).FirstOrDefault(kept => kept.Commit == commit).Ref is { } known)
            {
                return known;
            }

            if (await TryMakeAsync(prefix, commit, attempt, cancellationToken) is { } made)
            {
                return made.Ref;
            }
        }
    }

    /// <summary>A pinned commit by its number, as work without anything uncommitted; null when there is none.</summary>
    public async Task<KeptWork?> PinnedAsync(string prefix, int number, string key, CancellationToken cancellationToken)
    {
        if ((await RefsAsync(prefix, cancellationToken)).FirstOrDefault(kept => kept.Number == number) is not { Ref: { } name } found)
        {
            return null;
        }

        var tree = await FactAsync("%T", found.Commit, cancellationToken);
        return new KeptWork(name, number, found.Commit, tree, new KeepMessage { Key = key, At = "", Head = HeadKind.Detached, HeadRef = null, Tip = found.Commit, Index = null, State = null, Branch = null, BranchTip = null, Base = null });
    }

    /// <summary>Null when somebody took the number first.</summary>
    private async Task<(string Ref, int Number)?> TryMakeAsync(string prefix, string commit, int attempt, CancellationToken cancellationToken)
    {
        // Pinned commits count too, although they hold no message of ours.
        var number = (await RefsAsync(prefix, cancellationToken)).Select(kept => kept.Number).DefaultIfEmpty().Max() + 1;
        var name = string.Create(CultureInfo.InvariantCulture, $"{prefix}{number}");
        var made = await git.RunAsync(commonDirectory, ["update-ref", "--no-deref", "--", name, commit, new string('0', commit.Length)], cancellationToken);
        return made.Succeeded ? (name, number)
            : attempt < Attempts ? null
            : throw new UserErrorException("OKS2033", $"git could not make the ref '{name}' in '{commonDirectory}': {made.Complaint}", "nothing was removed; look at the repository with git status and try again");
    }

    private async Task<IReadOnlyList<(string Ref, int Number, string Commit)>> RefsAsync(string prefix, CancellationToken cancellationToken)
    {
        // A line: <ref> <commit>
        var output = await git.RequireAsync(commonDirectory, ["for-each-ref", "--format=%(refname) %(objectname)", prefix], "list kept work", cancellationToken);
        return [.. from line in output.Split('\n', StringSplitOptions.RemoveEmptyEntries)
            let parts = line.Split(' ')
            where parts.Length == 2 && int.TryParse(parts[0][prefix.Length..], NumberStyles.None, CultureInfo.InvariantCulture, out _)
            select (parts[0], int.Parse(parts[0][prefix.Length..], CultureInfo.InvariantCulture), parts[1])];
    }

    private static KeptWork? Parse(string[] parts) =>
        int.TryParse(parts[0][(parts[0].LastIndexOf('/') + 1)..], NumberStyles.None, CultureInfo.InvariantCulture, out var number) && KeepMessage.TryParse(parts[3]) is { } message
            ? new KeptWork(parts[0], number, parts[1], parts[2], message)
            : null;

    /// <summary>
    /// Whether a kept commit holds what is left of a worktree whose files are gone already: HEAD, what was staged, and commits nothing else leads to. Keeping the rest
    /// once more would make a poorer commit the newest one.
    /// </summary>
    public async Task<bool> HoldsRemainsAsync(KeptWork kept, WorkSnapshot snapshot, CancellationToken cancellationToken) =>
        await IsLikeAsync(kept, snapshot, cancellationToken)
        && kept.Message.State is { } state
        && !snapshot.Heads.Except((await FactAsync("%P", state, cancellationToken)).Split(' '), StringComparer.Ordinal).Any();

    private async Task<bool> IsSameAsync(KeptWork kept, WorkSnapshot snapshot, CancellationToken cancellationToken) =>
        kept.Tree == snapshot.Tree
        && await IsLikeAsync(kept, snapshot, cancellationToken)
        && kept.Message.State is { } state
        && await FactAsync("%T %P", state, cancellationToken) == string.Join(' ', snapshot.Heads.Prepend(snapshot.StateTree));

    private async Task<bool> IsLikeAsync(KeptWork kept, WorkSnapshot snapshot, CancellationToken cancellationToken) =>
        kept.Message with { At = "", Index = null, State = null } == snapshot.Message with { At = "", Index = null, State = null }
        && (kept.Message.Index is null ? null : await FactAsync("%T", kept.Message.Index, cancellationToken)) == snapshot.IndexTree;

    private async Task<string> FactAsync(string format, string commit, CancellationToken cancellationToken) =>
        (await git.RequireAsync(commonDirectory, ["log", "-1", "--no-walk", $"--format={format}", "--end-of-options", commit], "read kept work", cancellationToken)).Trim();
}
