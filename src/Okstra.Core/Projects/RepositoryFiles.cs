namespace Okstra.Core.Projects;

/// <summary>Which files a repository has at its root, and what they say.</summary>
internal sealed class RepositoryFiles(IReadOnlyCollection<string> paths, Func<string, string?> readText)
{
    private readonly HashSet<string> _paths = new(paths, StringComparer.Ordinal);

    public bool Has(string path) => _paths.Contains(path);

    public bool HasAny(params IEnumerable<string> candidates) => candidates.Any(Has);

    public bool HasSuffix(string suffix) => _paths.Any(path => path.EndsWith(suffix, StringComparison.OrdinalIgnoreCase));

    public bool HasRootSuffix(string suffix) => _paths.Any(path => !path.Contains('/') && path.EndsWith(suffix, StringComparison.OrdinalIgnoreCase));

    public bool HasFolder(string folder) => _paths.Any(path => path.StartsWith(folder + "/", StringComparison.Ordinal));

    /// <summary>Empty when the file is absent or unreadable.</summary>
    public string Text(string path) => Has(path) ? readText(path) ?? "" : "";

    public bool Says(string path, string text) => Text(path).Contains(text, StringComparison.OrdinalIgnoreCase);

    public IEnumerable<string> WithName(string name) => _paths
        .Where(path => path.Equals(name, StringComparison.Ordinal) || path.EndsWith("/" + name, StringComparison.Ordinal))
        .OrderBy(path => path.Count(letter => letter == '/'))
        .ThenBy(path => path, StringComparer.Ordinal);
}
