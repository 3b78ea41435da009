using Okstra.Core.Sources;

namespace Okstra.Core.Auditing;

/// <summary>Where a brief's stack traces touch the repository.</summary>
public static class BriefFrames
{
    /// <summary>Places of the brief's frames that lie in the tree, innermost first; empty when there is no trace or none of it is ours.</summary>
    public static async Task<IReadOnlyList<SourcePlace>> InRepositoryAsync(ISourceTree tree, string brief, CancellationToken cancellationToken)
    {
        var paths = await tree.ListPathsAsync(cancellationToken);
        return [.. paths.Where(path => brief.Contains(path, StringComparison.Ordinal)).Select(path => new SourcePlace(path, 1))];
    }
}
