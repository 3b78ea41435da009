using Okstra.Core.Sources;

namespace Okstra.Core.Auditing;

/// <summary>Where a brief's stack traces touch the repository.</summary>
public static class BriefFrames
{
    private const int MostPlaces = 40;

    /// <summary>Places of the brief's frames that lie in the tree, root trace first and innermost first, lines corrected to the tree; empty when there is no trace or none of it is ours.</summary>
    public static async Task<IReadOnlyList<SourcePlace>> InRepositoryAsync(ISourceTree tree, string brief, CancellationToken cancellationToken)
    {
        var signals = BriefParser.Parse(brief);
        if (signals.Frames.Count == 0)
        {
            return [];
        }

        var index = await OwnPackages.IndexAsync(tree, signals, cancellationToken);
        var texts = new Dictionary<string, string[]>(StringComparer.Ordinal);
        var places = new List<SourcePlace>();
        foreach (var frame in signals.Frames.OrderBy(frame => frame.Trace).ThenBy(frame => frame.Depth))
        {
            if (places.Count == MostPlaces || index.ResolveFrame(frame.Path) is not { } path)
            {
                continue;
            }

            if (!texts.TryGetValue(path, out var lines))
            {
                lines = (await tree.ReadTextAsync(path, cancellationToken))?.Split('\n') ?? [];
                texts[path] = lines;
            }

            if (lines.Length > 0)
            {
                places.Add(new SourcePlace(path, FramePlace.Correct(lines, frame.Line, frame.Symbol, frame.SourceText)));
            }
        }

        return [.. places.Distinct()];
    }
}
