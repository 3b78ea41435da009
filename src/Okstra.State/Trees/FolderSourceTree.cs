using System.Text;
using Okstra.Core.Sources;
using Okstra.State.Files;

namespace Okstra.State.Trees;

/// <summary>The source of a project outside git: the folder as it is; links are never followed, so nothing outside it can be read.</summary>
/// <param name="root">Absolute.</param>
public sealed class FolderSourceTree(string root) : ISourceTree
{
    private const int SizeLimit = 4 * 1024 * 1024;
    private const int LongestLine = 400;
    private const int MostFiles = 200_000;
    private static readonly string[] SkippedFolders = [".okstra", ".project-docs", ".git", ".hg", ".svn", "node_modules", ".venv", "__pycache__", ".vs", ".idea"];
    private static readonly string[] BuildFolders = ["bin", "obj"];
    private readonly string _root = Path.TrimEndingDirectorySeparator(Path.GetFullPath(root));

    public string? Commit => null;

    public Task<IReadOnlyList<string>> ListPathsAsync(CancellationToken cancellationToken)
    {
        var paths = new List<string>();
        foreach (var found in TreeWalk.Of(_root, IsWanted))
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (found.Status.Kind == PathKind.Regular && paths.Count < MostFiles)
            {
                paths.Add(found.Relative);
            }
        }

        paths.Sort(StringComparer.Ordinal);
        return Task.FromResult<IReadOnlyList<string>>(paths);
    }

    public async Task<string?> ReadTextAsync(string path, CancellationToken cancellationToken)
    {
        if (!IsInside(path) || PathStatus.Of(Path.Combine(_root, path), follow: false) is not { Kind: PathKind.Regular, Size: <= SizeLimit })
        {
            return null;
        }

        try
        {
            var bytes = await File.ReadAllBytesAsync(Path.Combine(_root, path), cancellationToken);
            return bytes.AsSpan().Contains((byte)0) ? null : Encoding.UTF8.GetString(bytes).TrimStart('\uFEFF');
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    public async Task<IReadOnlyList<SourceHit>> SearchAsync(IReadOnlyCollection<string> texts, int maxHitsPerText, CancellationToken cancellationToken)
    {
        var wanted = texts.Where(text => text.Length > 0).Distinct(StringComparer.Ordinal).ToDictionary(text => text, _ => maxHitsPerText, StringComparer.Ordinal);
        var hits = new List<SourceHit>();
        foreach (var path in await ListPathsAsync(cancellationToken))
        {
            if (wanted.Values.All(left => left <= 0))
            {
                break;
            }

            if (await ReadTextAsync(path, cancellationToken) is { } content)
            {
                Search(path, content, wanted, hits);
            }
        }

        return hits;
    }

    /// <summary>There is no history outside git.</summary>
    public Task<string?> ReadCommitAsync(string sha, CancellationToken cancellationToken) => Task.FromResult<string?>(null);

    private static void Search(string path, string content, Dictionary<string, int> wanted, List<SourceHit> hits)
    {
        var present = wanted.Where(entry => entry.Value > 0 && content.Contains(entry.Key, StringComparison.Ordinal)).Select(entry => entry.Key).ToList();
        if (present.Count == 0)
        {
            return;
        }

        foreach (var (index, line) in content.Split('\n').Index())
        {
            foreach (var text in present.Where(text => wanted[text] > 0 && line.Contains(text, StringComparison.Ordinal)))
            {
                wanted[text]--;
                var shown = line.TrimEnd('\r');
                hits.Add(new SourceHit(text, path, index + 1, shown.Length <= LongestLine ? shown : shown[..LongestLine]));
            }
        }
    }

    private bool IsWanted(string relative, PathKind kind)
    {
        var name = Path.GetFileName(relative);
        return kind != PathKind.Folder
            || (!SkippedFolders.Contains(name, StringComparer.Ordinal) && !(BuildFolders.Contains(name, StringComparer.Ordinal) && IsDotNetProject(relative)));
    }

    // bin/ holds scripts in many languages; only beside a .NET project is it output.
    private bool IsDotNetProject(string folder) =>
        Directory.EnumerateFiles(Path.GetDirectoryName(Path.Combine(_root, folder))!, "*.*proj").Any();

    /// <summary>No rooted path, no way up, no skipped folder, no link on the way.</summary>
    private bool IsInside(string path)
    {
        if (path.Length == 0 || path.Contains('\0', StringComparison.Ordinal) || path.Contains('\\', StringComparison.Ordinal) || Path.IsPathRooted(path))
        {
            return false;
        }

        var at = "";
        var parts = path.Split('/');
        foreach (var part in parts.SkipLast(1))
        {
            at = at.Length == 0 ? part : $"{at}/{part}";
            if (!IsName(part) || PathStatus.Of(Path.Combine(_root, at), follow: false).Kind != PathKind.Folder || !IsWanted(at, PathKind.Folder))
            {
                return false;
            }
        }

        return IsName(parts[^1]);
    }

    private static bool IsName(string part) => part.Length > 0 && part is not ("." or "..");
}
