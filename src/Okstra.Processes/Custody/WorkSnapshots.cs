using System.Globalization;
using System.Text;
using Okstra.Core.Custody;
using Okstra.Core.Problems;
using Okstra.Processes.Git;

namespace Okstra.Processes.Custody;

/// <summary>Makes one commit that keeps everything of a worktree, and touches neither its files nor its index, HEAD or refs; no hook and no filter runs.</summary>
public sealed class WorkSnapshots(GitCommand git)
{
    /// <summary>Writes objects only; nothing refers to them until <see cref="KeepRefs"/> does.</summary>
    /// <exception cref="UserErrorException">Something in the worktree cannot be kept.</exception>
    public async Task<WorkSnapshot> TakeAsync(SnapshotRequest request, CancellationToken cancellationToken)
    {
        var calls = new CustodyGit(git, request.Place);
        var head = await HeadState.ReadAsync(calls, request.Branch, cancellationToken);
        var tipTree = head.Tip is null ? null : await TreeOfAsync(calls, head.Tip, cancellationToken);
        var content = await WorktreeContent.ReadAsync(calls, request.Links, tipTree, cancellationToken);
        var admin = await AdministrativeState.ReadAsync(calls, request.Branch, cancellationToken);
        var candidates = admin.Commits.Concat(await StashesAsync(calls, head, request.Branch, cancellationToken)).Append(head.BranchTip).OfType<string>().Append(request.BaseCommit ?? "").Where(GitObjectId.IsFull);
        var heads = await LostCommits.HeadsAsync(calls, candidates, head.Tip, cancellationToken);

        var at = request.At.ToUniversalTime();
        var stateTree = await content.StoreStateAsync(calls, admin.Entries, cancellationToken);
        var state = await CommitAsync(calls, stateTree, heads, $"okstra: state of {request.Key}\n", at, cancellationToken);
        var indexTree = content.IndexTree == (tipTree ?? content.EmptyTree) ? null : content.IndexTree;
        var index = indexTree is null ? null : await CommitAsync(calls, indexTree, Parents(head.Tip), $"okstra: staged in {request.Key}\n", at, cancellationToken);
        var message = new KeepMessage
        {
            Key = request.Key,
            At = at.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture),
            Head = head.Kind,
            HeadRef = head.Ref,
            Tip = head.Tip,
            Index = index,
            State = state,
            Branch = request.Branch,
            BranchTip = head.BranchTip,
            Base = request.BaseCommit,
        };
        return new WorkSnapshot
        {
            Commit = await CommitAsync(calls, content.Tree, Parents(head.Tip, index, state), message.ToText(), at, cancellationToken),
            Message = message,
            Tree = content.Tree,
            IndexTree = indexTree,
            StateTree = stateTree,
            Heads = heads,
            HasWork = head.Kind == HeadKind.Unborn || head.Tip != request.BaseCommit || content.Tree != tipTree || indexTree is not null || content.HasUnmerged || heads.Count > 0 || admin.InProgress,
        };
    }

    private static IReadOnlyList<string> Parents(params string?[] commits) => [.. commits.OfType<string>()];

    private static async Task<string> TreeOfAsync(CustodyGit calls, string commit, CancellationToken cancellationToken) =>
        GitRepository.RemoveNewline(await calls.AskAsync(["rev-parse", "--verify", "--end-of-options", $"{commit}^{{tree}}"], "find the tree of the current commit", cancellationToken));

    /// <summary>Stash entries made on the worktree's branch; nobody else is asked for them.</summary>
    private static async Task<IReadOnlyList<string>> StashesAsync(CustodyGit calls, HeadState head, string? branch, CancellationToken cancellationToken)
    {
        if (await calls.TryAskAsync(["rev-parse", "--verify", "--quiet", "refs/stash"], cancellationToken) is null)
        {
            return [];
        }

        // A record: <id> On feat-t-1: what it is about
        var names = new[] { branch, head.Ref?.Replace("refs/heads/", "", StringComparison.Ordinal), head.Kind == HeadKind.Detached ? "(no branch)" : null }
            .OfType<string>().SelectMany(name => new[] { $" On {name}:", $" WIP on {name}:" }).Select(BytePaths.Of).ToList();
        var list = BytePaths.Split(await calls.AskAsync(["log", "--walk-reflogs", "-z", "--format=%H %gs", "refs/stash", "--"], "list the stash", cancellationToken));
        return [.. list.Where(record => names.Any(name => record[record.IndexOf(' ', StringComparison.Ordinal)..].StartsWith(name, StringComparison.Ordinal))).Select(record => record.Split(' ')[0])];
    }

    // Written as an object, not with commit-tree: no identity, signing, encoding or grafting of the user has a say in it.
    private static Task<string> CommitAsync(CustodyGit calls, string tree, IReadOnlyList<string> parents, string message, DateTimeOffset at, CancellationToken cancellationToken)
    {
        var text = new StringBuilder($"tree {tree}\n");
        foreach (var parent in parents.Distinct(StringComparer.Ordinal))
        {
            text.Append(CultureInfo.InvariantCulture, $"parent {parent}\n");
        }

        var who = string.Create(CultureInfo.InvariantCulture, $"okstra <okstra@localhost> {at.ToUnixTimeSeconds()} +0000");
        text.Append(CultureInfo.InvariantCulture, $"author {who}\ncommitter {who}\n\n{message}");
        return calls.StoreAsync("commit", Encoding.UTF8.GetBytes(text.ToString()), cancellationToken);
    }
}
