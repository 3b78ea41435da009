using System.Text;
using Okstra.Core.Problems;
using Okstra.Processes.Git;
using Okstra.Processes.Native;

namespace Okstra.Processes.Custody;

/// <summary>The files of a worktree and what its index says, as trees.</summary>
internal sealed class WorktreeContent
{
    /// <summary>Files git converts on the way to disk whose bytes are not what it would write; in the state tree.</summary>
    public const string RawFolder = "raw/";

    /// <summary>Unmerged entries by stage; in the state tree.</summary>
    public const string StagesFolder = "stages/";

    /// <summary>Paths of the tree that were not on disk (sparse checkout), each ended by NUL; in the state tree.</summary>
    public const string AbsentFile = "absent";

    private readonly List<IndexEntry> _extra = [];

    private WorktreeContent()
    {
    }

    public string Tree { get; private set; } = "";

    /// <summary>What is staged; unmerged paths as our side has them.</summary>
    public string IndexTree { get; private set; } = "";

    public string EmptyTree { get; private set; } = "";

    public bool HasUnmerged { get; private set; }

    public static async Task<WorktreeContent> ReadAsync(CustodyGit git, IReadOnlyList<string> links, string? tipTree, CancellationToken cancellationToken)
    {
        var content = new WorktreeContent { EmptyTree = GitRepository.RemoveNewline(await git.AskAsync(new GitCall { Arguments = ["hash-object", "-t", "tree", "-w", "--stdin"] }, "make a tree", cancellationToken)) };
        var entries = git.Place.IndexCopy is { } index
            ? IndexEntry.ParseList(await git.RawAsync(null, index, ["ls-files", "-s", "-z"], null, "read the index", cancellationToken))
            : await OfTreeAsync(git, tipTree, cancellationToken);
        content.HasUnmerged = entries.Any(entry => entry.Stage > 0);
        content.IndexTree = await content.StoreIndexAsync(git, entries, cancellationToken);
        content._extra.AddRange(entries.Where(entry => entry.Stage > 0 && !entry.IsSubmodule).Select(entry => entry with { Stage = 0, Path = $"{StagesFolder}{entry.Stage}/{entry.Path}" }));
        if (await git.StoreAsync("blob", [], cancellationToken) is var empty && entries.Any(entry => entry.Id == empty))
        {
            // What an intent-to-add entry stands for is in no tree, and without it git cannot read the index.
            content._extra.Add(new IndexEntry("100644", empty, 0, $"{StagesFolder}empty"));
        }

        content.Tree = git.Place.Folder is { } folder ? await content.StoreFilesAsync(git, folder, entries, links, cancellationToken) : content.IndexTree;
        return content;
    }

    /// <summary>The tree of everything that is not the files themselves.</summary>
    public Task<string> StoreStateAsync(CustodyGit git, IReadOnlyList<IndexEntry> admin, CancellationToken cancellationToken) =>
        StoreTreeAsync(git, "state.index", [.. admin, .. _extra], cancellationToken);

    private static async Task<IReadOnlyList<IndexEntry>> OfTreeAsync(CustodyGit git, string? tree, CancellationToken cancellationToken)
    {
        if (tree is null)
        {
            return [];
        }

        var index = git.Scratch("tip.index");
        await git.RawAsync(null, index, ["read-tree", tree], null, "read the tip", cancellationToken);
        return IndexEntry.ParseList(await git.RawAsync(null, index, ["ls-files", "-s", "-z"], null, "read the tip", cancellationToken));
    }

    private static async Task<string> StoreTreeAsync(CustodyGit git, string name, IReadOnlyList<IndexEntry> entries, CancellationToken cancellationToken)
    {
        var index = git.Scratch(name);
        await FillAsync(git, index, entries, cancellationToken);
        return await WriteTreeAsync(git, index, cancellationToken);
    }

    private static async Task<string> WriteTreeAsync(CustodyGit git, string index, CancellationToken cancellationToken) =>
        GitRepository.RemoveNewline(await git.RawAsync(null, index, ["write-tree", "--missing-ok"], null, "write a tree", cancellationToken));

    private static async Task FillAsync(CustodyGit git, string index, IEnumerable<IndexEntry> entries, CancellationToken cancellationToken)
    {
        await git.RawAsync(null, index, ["read-tree", "--empty"], null, "begin an index", cancellationToken);
        await git.RawAsync(null, index, ["update-index", "-z", "--index-info"], entries.Select(entry => entry.ToRecord()), "fill an index", cancellationToken);
    }

    private Task<string> StoreIndexAsync(CustodyGit git, IReadOnlyList<IndexEntry> entries, CancellationToken cancellationToken)
    {
        // Git's own write-tree leaves intent-to-add entries out, which no listing of entries tells apart.
        return HasUnmerged || git.Place.IndexCopy is not { } index
            ? StoreTreeAsync(git, "staged.index", [.. entries.Where(entry => entry.Stage is 0 or 2)], cancellationToken)
            : WriteTreeAsync(git, index, cancellationToken);
    }

    private async Task<string> StoreFilesAsync(CustodyGit git, string folder, IReadOnlyList<IndexEntry> entries, IReadOnlyList<string> links, CancellationToken cancellationToken)
    {
        var merged = entries.Where(entry => entry.Stage == 0).ToList();
        var files = git.Scratch("files.index");
        await FillAsync(git, files, merged, cancellationToken);
        var missing = (await PathsAsync(git, folder, files, ["diff-files", "--name-only", "--diff-filter=D", "--ignore-submodules=all", "--no-renames"], cancellationToken)).ToHashSet(StringComparer.Ordinal);
        var flagged = git.Place.IndexCopy is { } index ? Flagged(await PathsAsync(git, folder, index, ["ls-files", "-v"], cancellationToken)) : [];
        var changed = git.Place.IndexCopy is { } copy
            ? await PathsAsync(git, folder, copy, ["diff-files", "--name-only", "--ignore-submodules=all", "--no-renames"], cancellationToken)
            : [.. merged.Select(entry => entry.Path)];
        var untracked = (await UntrackedAsync(git, cancellationToken)).Where(path => !MadeLinks.Contains(folder, BytePaths.Show(path), links)).ToList();
        RefuseNested(folder, entries, untracked);

        var submodules = merged.Where(entry => entry.IsSubmodule).Select(entry => entry.Path).ToHashSet(StringComparer.Ordinal);
        var looked = changed.Concat(flagged).Concat(untracked).Where(path => !missing.Contains(path) && !submodules.Contains(path)).ToHashSet(StringComparer.Ordinal);
        RefuseUnreadable(folder, looked);
        var absent = missing.Where(flagged.Contains).Order(StringComparer.Ordinal).ToList();
        await FillAsync(git, files, merged.Where(entry => !missing.Contains(entry.Path) || flagged.Contains(entry.Path)), cancellationToken);
        await git.RawAsync(folder, files, ["update-index", "--add", "--remove", "--replace", "-z", "--stdin"], looked, "keep changed and new files", cancellationToken);
        await AddConvertedAsync(git, folder, [.. merged.Where(entry => entry.IsFile && !missing.Contains(entry.Path) && !looked.Contains(entry.Path))], cancellationToken);
        if (absent.Count > 0)
        {
            _extra.Add(new IndexEntry("100644", await git.StoreAsync("blob", BytePaths.ToInput(absent), cancellationToken), 0, AbsentFile));
        }

        return await WriteTreeAsync(git, files, cancellationToken);
    }

    private static async Task<IReadOnlyList<string>> PathsAsync(CustodyGit git, string folder, string index, string[] arguments, CancellationToken cancellationToken) =>
        BytePaths.Split(await git.RawAsync(folder, index, [.. arguments, "-z"], null, "compare the files", cancellationToken));

    // A record: "H a.txt"; S = not to be checked out, lower case = assumed unchanged.
    private static HashSet<string> Flagged(IReadOnlyList<string> records) =>
        [.. records.Where(record => record[0] == 'S' || char.IsAsciiLetterLower(record[0])).Select(record => record[2..])];

    private static async Task<IReadOnlyList<string>> UntrackedAsync(CustodyGit git, CancellationToken cancellationToken)
    {
        // Without an administrative folder git has no index of its own to leave tracked files out by.
        var index = git.Place.AdminFolder is null ? git.Scratch("files.index") : null;
        return BytePaths.Split(await git.AskAsync(new GitCall { Arguments = ["ls-files", "--others", "--exclude-standard", "-z"], IndexFile = index }, "list new files", cancellationToken));
    }

    private static void RefuseNested(string folder, IReadOnlyList<IndexEntry> entries, IReadOnlyList<string> untracked)
    {
        var folders = entries.Where(entry => !entry.IsSubmodule).Select(entry => entry.Path).Concat(untracked).SelectMany(Parents).Distinct(StringComparer.Ordinal);
        var nested = untracked.Where(path => path.EndsWith('/')).Concat(folders.Where(inner => Path.Exists(Path.Combine(folder, BytePaths.Show(inner), ".git")))).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToList();
        if (nested.Count > 0)
        {
            throw new UserErrorException("OKS2031", $"'{folder}' has git repositories of their own inside, whose history okstra cannot keep: {BytePaths.Name(nested)}", "move them out of the worktree, then again");
        }
    }

    private static IEnumerable<string> Parents(string path)
    {
        for (var slash = path.LastIndexOf('/', path.Length - 1); slash > 0; slash = path.LastIndexOf('/', slash - 1))
        {
            yield return path[..(slash + 1)];
        }
    }

    private static void RefuseUnreadable(string folder, IEnumerable<string> paths)
    {
        var unreadable = paths.Where(path => LibC.IsUnreadable([.. Encoding.UTF8.GetBytes(folder), (byte)'/', .. Encoding.Latin1.GetBytes(path), 0])).Order(StringComparer.Ordinal).ToList();
        if (unreadable.Count > 0)
        {
            throw new UserErrorException("OKS2032", $"files in '{folder}' cannot be read, so they cannot be kept: {BytePaths.Name(unreadable)}", "make them readable for you, then again");
        }
    }

    /// <summary>Files that attributes or autocrlf may convert: where the bytes on disk are not the blob, they are kept beside it.</summary>
    private async Task AddConvertedAsync(CustodyGit git, string folder, IReadOnlyList<IndexEntry> unchanged, CancellationToken cancellationToken)
    {
        var always = await git.TryAskAsync(["config", "--get", "core.autocrlf"], cancellationToken) is { } setting && !setting.Equals("false", StringComparison.OrdinalIgnoreCase);
        var candidates = always ? unchanged : await WithAttributesAsync(git, unchanged, cancellationToken);
        if (candidates.Count == 0)
        {
            return;
        }

        RefuseUnreadable(folder, candidates.Select(entry => entry.Path));
        var index = git.Scratch("converted.index");
        await FillAsync(git, index, candidates, cancellationToken);
        await git.RawAsync(folder, index, ["update-index", "--remove", "-z", "--stdin"], candidates.Select(entry => entry.Path), "keep converted files", cancellationToken);
        var stored = candidates.ToDictionary(entry => entry.Path, entry => entry.Id, StringComparer.Ordinal);
        _extra.AddRange(IndexEntry.ParseList(await git.RawAsync(null, index, ["ls-files", "-s", "-z"], null, "list converted files", cancellationToken))
            .Where(entry => stored[entry.Path] != entry.Id)
            .Select(entry => entry with { Path = RawFolder + entry.Path }));
    }

    private static async Task<IReadOnlyList<IndexEntry>> WithAttributesAsync(CustodyGit git, IReadOnlyList<IndexEntry> entries, CancellationToken cancellationToken)
    {
        if (entries.Count == 0)
        {
            return [];
        }

        var call = new GitCall
        {
            Arguments = ["check-attr", "-z", "--stdin", "text", "eol", "crlf", "filter", "ident", "working-tree-encoding"],
            InputBytes = BytePaths.ToInput(entries.Select(entry => entry.Path)),
        };

        // Records of three: a.txt, eol, lf
        var answers = BytePaths.Split(await git.AskAsync(call, "read attributes", cancellationToken));
        var converted = answers.Chunk(3).Where(answer => answer is [_, _, not ("unspecified" or "unset")]).Select(answer => answer[0]).ToHashSet(StringComparer.Ordinal);
        return [.. entries.Where(entry => converted.Contains(entry.Path))];
    }
}
