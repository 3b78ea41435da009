using Okstra.Core.Sources;

namespace Okstra.Testing;

/// <summary>A source tree of a few texts.</summary>
public sealed class MemorySourceTree(params (string Path, string Text)[] files) : ISourceTree
{
    public string? Commit => null;

    public Task<IReadOnlyList<string>> ListPathsAsync(CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<string>>([.. files.Select(file => file.Path).Order(StringComparer.Ordinal)]);

    public Task<string?> ReadTextAsync(string path, CancellationToken cancellationToken) =>
        Task.FromResult<string?>(files.FirstOrDefault(file => file.Path == path).Text);

    public Task<IReadOnlyList<SourceHit>> SearchAsync(IReadOnlyCollection<string> texts, int maxHitsPerText, CancellationToken cancellationToken)
    {
        var hits = texts.SelectMany(text => files
            .SelectMany(file => file.Text.Split('\n').Select((line, index) => new SourceHit(text, file.Path, index + 1, line)))
            .Where(hit => hit.Content.Contains(text, StringComparison.Ordinal))
            .Take(maxHitsPerText));
        return Task.FromResult<IReadOnlyList<SourceHit>>([.. hits]);
    }

    public Task<string?> ReadCommitAsync(string sha, CancellationToken cancellationToken) => Task.FromResult<string?>(null);
}
