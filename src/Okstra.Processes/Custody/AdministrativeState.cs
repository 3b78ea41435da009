using System.Text.RegularExpressions;
using Okstra.Processes.Git;

namespace Okstra.Processes.Custody;

/// <summary>Git's own notes about a worktree: HEAD, index, reflog, a rebase or merge under way.</summary>
/// <param name="Entries">Its files, paths as in the state tree.</param>
/// <param name="Commits">Every full id found in them.</param>
/// <param name="InProgress">Whether an operation waits to be continued.</param>
internal sealed partial record AdministrativeState(IReadOnlyList<IndexEntry> Entries, IReadOnlyList<string> Commits, bool InProgress)
{
    /// <summary>Folder of the state tree the files are below.</summary>
    public const string Folder = "admin/";

    /// <summary>The branch's reflog in the state tree.</summary>
    public const string BranchLog = "branch-log";

    private static readonly string[] LeftOut = ["gitdir", "commondir", "locked"];
    private static readonly string[] Operations = ["rebase-merge/", "rebase-apply/", "sequencer/", "MERGE_HEAD", "CHERRY_PICK_HEAD", "REVERT_HEAD", "BISECT_LOG"];

    public static async Task<AdministrativeState> ReadAsync(CustodyGit git, string? branch, CancellationToken cancellationToken)
    {
        var entries = git.Place.AdminFolder is { } admin ? await StoreAsync(git, admin, cancellationToken) : [];
        if (branch is not null && Path.Exists(Path.Combine(git.Place.CommonDirectory, "logs", "refs", "heads", branch)))
        {
            var log = await git.AskAsync(["hash-object", "-w", "--no-filters", "--", Path.Combine(git.Place.CommonDirectory, "logs", "refs", "heads", branch)], "keep the reflog", cancellationToken);
            entries = [.. entries, new IndexEntry("100644", GitRepository.RemoveNewline(log), 0, BranchLog)];
        }

        var inProgress = entries.Any(entry => Operations.Any(name => entry.Path.StartsWith(Folder + name, StringComparison.Ordinal)));
        return new AdministrativeState(entries, await CommitsAsync(git, entries, cancellationToken), inProgress);
    }

    private static async Task<IReadOnlyList<IndexEntry>> StoreAsync(CustodyGit git, string admin, CancellationToken cancellationToken)
    {
        var index = git.Scratch("admin.index");
        var files = BytePaths.Split(await git.RawAsync(admin, index, ["ls-files", "--others", "-z"], null, "list the administrative state", cancellationToken));
        var wanted = files.Where(file => !LeftOut.Contains(file, StringComparer.Ordinal) && !file.EndsWith(".lock", StringComparison.Ordinal) && !file.StartsWith("modules/", StringComparison.Ordinal) && !IsStray(file));
        await git.RawAsync(admin, index, ["update-index", "--add", "--remove", "-z", "--stdin"], wanted, "keep the administrative state", cancellationToken);
        var stored = IndexEntry.ParseList(await git.RawAsync(null, index, ["ls-files", "-s", "-z"], null, "list what was kept", cancellationToken));
        return [.. stored.Select(entry => entry with { Path = Folder + entry.Path })];
    }

    // What a killed writer of the lock reason may leave.
    private static bool IsStray(string file) => file.StartsWith(".locked.", StringComparison.Ordinal);

    private static async Task<IReadOnlyList<string>> CommitsAsync(CustodyGit git, IReadOnlyList<IndexEntry> entries, CancellationToken cancellationToken)
    {
        var texts = entries.Where(entry => entry.Path != Folder + "index" && !entry.Path.StartsWith(Folder + "sharedindex.", StringComparison.Ordinal)).Select(entry => $"{entry.Id}\n").Distinct(StringComparer.Ordinal).ToList();
        if (texts.Count == 0)
        {
            return [];
        }

        var all = await git.AskAsync(new GitCall { Arguments = ["cat-file", "--batch=."], Input = string.Concat(texts) }, "read the administrative state", cancellationToken);
        return [.. FullId().Matches(all).Select(match => match.Value).Where(id => id.Any(letter => letter != '0')).Distinct(StringComparer.Ordinal)];
    }

    [GeneratedRegex("(?<![0-9a-f])(?:[0-9a-f]{64}|[0-9a-f]{40})(?![0-9a-f])", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 60_000)]
    private static partial Regex FullId();
}
