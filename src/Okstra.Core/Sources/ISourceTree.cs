namespace Okstra.Core.Sources;

/// <summary>The frozen source every worker reads: a commit of a repository, or a folder outside git.</summary>
public interface ISourceTree
{
    /// <summary>Full id of the commit; null outside git.</summary>
    string? Commit { get; }

    /// <summary>Every file, relative, separated by <c>/</c>, ordinally sorted.</summary>
    Task<IReadOnlyList<string>> ListPathsAsync(CancellationToken cancellationToken);

    /// <summary>Text of a file; null when it is absent, not a regular file, binary, larger than 4 MiB, or outside the tree.</summary>
    Task<string?> ReadTextAsync(string path, CancellationToken cancellationToken);

    /// <summary>Lines that contain a fixed string, case-sensitive, at most <paramref name="maxHitsPerText"/> for each.</summary>
    Task<IReadOnlyList<SourceHit>> SearchAsync(IReadOnlyCollection<string> texts, int maxHitsPerText, CancellationToken cancellationToken);

    /// <summary>Message and changed paths of a commit as text; null when it does not exist or outside git.</summary>
    Task<string?> ReadCommitAsync(string sha, CancellationToken cancellationToken);
}
