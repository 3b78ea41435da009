using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using Okstra.State.Documents;
using Okstra.State.Files;

namespace Okstra.State.Trees;

/// <summary>SHA-256 over a folder: path, kind, permissions, link target and content of everything in it; of <c>.git</c> only what HEAD points at.</summary>
public sealed class TreeFingerprint
{
    private const int MostPathsNamed = 20;
    private readonly SortedDictionary<string, string> _entries;

    private TreeFingerprint(IEnumerable<KeyValuePair<string, string>> entries)
    {
        _entries = new SortedDictionary<string, string>(StringComparer.Ordinal);
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var (path, digest) in entries.OrderBy(entry => entry.Key, StringComparer.Ordinal))
        {
            _entries[path] = digest;
            hash.AppendData(Encoding.UTF8.GetBytes($"{path}\0{digest}\0"));
        }

        Sha256 = Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    /// <summary>Equal for equal trees, on every machine.</summary>
    public string Sha256 { get; }

    /// <summary>Reads the whole folder; links are never followed.</summary>
    /// <param name="folder">Absolute.</param>
    /// <param name="ignored">Paths below it, relative and with <c>/</c>, that may change (okstra's own live logs outside git).</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    public static TreeFingerprint Compute(string folder, IReadOnlyCollection<string> ignored, CancellationToken cancellationToken)
    {
        var entries = new ConcurrentDictionary<string, string>(StringComparer.Ordinal);
        var walk = TreeWalk.Of(folder, (relative, _) => !ignored.Contains(relative, StringComparer.Ordinal));
        Parallel.ForEach(walk, new ParallelOptions { CancellationToken = cancellationToken }, found => entries[found.Relative] = Digest(found));
        return new TreeFingerprint(entries);
    }

    /// <summary>Paths that were added, removed or changed, at most twenty and then how many more; empty when both are equal.</summary>
    public static IReadOnlyList<string> Diff(TreeFingerprint before, TreeFingerprint after)
    {
        var changes = before._entries.Keys.Union(after._entries.Keys, StringComparer.Ordinal)
            .Order(StringComparer.Ordinal)
            .Select(path => (Path: path, Old: before._entries.GetValueOrDefault(path), New: after._entries.GetValueOrDefault(path)))
            .Where(change => !string.Equals(change.Old, change.New, StringComparison.Ordinal))
            .Select(change => $"{(change.Old is null ? "added" : change.New is null ? "removed" : "changed")} {change.Path}")
            .ToList();
        return changes.Count <= MostPathsNamed ? changes : [.. changes.Take(MostPathsNamed), $"and {changes.Count - MostPathsNamed} more"];
    }

    private static string Digest(TreeEntry found) => found.Status.Kind switch
    {
        PathKind.Folder when found.IsGit => $"git {GitHead.Read(found.Path)}",
        PathKind.Regular when found.IsGit => $"git {GitHead.Read(found.Path)}",
        PathKind.Folder => $"folder {Octal(found)}",
        PathKind.Regular => $"file {Octal(found)} {Content(found.Path)}",
        PathKind.Link => $"link {Target(found.Path)}",
        _ => $"special {Octal(found)}",
    };

    private static string Octal(TreeEntry found) => Convert.ToString(found.Status.Permissions, 8);

    private static string Content(string path)
    {
        try
        {
            return ContentHash.TryOfFile(path) ?? "vanished";
        }
        catch (Core.Problems.UserErrorException)
        {
            return "unreadable";
        }
    }

    private static string Target(string path)
    {
        try
        {
            return new FileInfo(path).LinkTarget ?? "vanished";
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            return "unreadable";
        }
    }
}
