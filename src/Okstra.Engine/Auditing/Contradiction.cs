using Okstra.Core.Auditing;
using Okstra.Core.Convergence;
using Okstra.Core.Findings;
using Okstra.Core.Sources;

namespace Okstra.Engine.Auditing;

/// <summary>Mechanical contradictions of a claim none of whose citations carry: the cited file is not there, or its lines read otherwise.</summary>
internal static class Contradiction
{
    /// <summary>Null when nothing contradicts it.</summary>
    public static async Task<VoteAnswer?> FindAsync(ISourceTree tree, ClusteredFinding finding, CancellationToken cancellationToken)
    {
        var cited = finding.Evidence.Where(evidence => evidence is { Kind: "file", Path.Length: > 0 }).ToList();
        if (!finding.Unsupported || cited.Count == 0)
        {
            return null;
        }

        var paths = await tree.ListPathsAsync(cancellationToken);
        foreach (var evidence in cited)
        {
            if (evidence.Path!.StartsWith('/') || evidence.Path.Contains("..", StringComparison.Ordinal))
            {
                continue;
            }

            var exists = paths.Contains(evidence.Path, StringComparer.Ordinal);
            var shown = exists ? evidence.Path : Sibling(paths, evidence.Path);
            if (shown is null || await tree.ReadTextAsync(shown, cancellationToken) is not { } text || QuotePicker.At(shown, text.Split('\n'), exists ? evidence.StartLine ?? 1 : 1) is not { } actual)
            {
                continue;
            }

            var reason = exists
                ? $"The cited quote does not occur in {evidence.Path}; the cited lines read otherwise."
                : $"{evidence.Path} does not exist in the inspected source; {shown} is the nearest file that does.";
            return Votes.Disagree(finding, reason, actual);
        }

        return null;
    }

    private static string? Sibling(IReadOnlyList<string> paths, string absent)
    {
        var name = absent[(absent.LastIndexOf('/') + 1)..];
        var folder = absent[..(absent.LastIndexOf('/') + 1)];
        return paths.FirstOrDefault(path => path.EndsWith("/" + name, StringComparison.Ordinal) || path == name)
            ?? paths.FirstOrDefault(path => path.StartsWith(folder, StringComparison.Ordinal))
            ?? (paths.Count > 0 ? paths[0] : null);
    }
}
