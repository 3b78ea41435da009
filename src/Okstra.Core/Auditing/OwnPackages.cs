using System.Text.Json;
using Okstra.Core.Sources;

namespace Okstra.Core.Auditing;

/// <summary>Names under which a repository's own packages are installed in other people's <c>node_modules</c>.</summary>
public static class OwnPackages
{
    private const int MostManifests = 40;

    /// <summary>Reads manifests only when a frame lies in <c>node_modules</c>.</summary>
    public static async Task<PathIndex> IndexAsync(ISourceTree tree, BriefSignals signals, CancellationToken cancellationToken)
    {
        var paths = await tree.ListPathsAsync(cancellationToken);
        var names = new List<string>();
        if (signals.Frames.Any(frame => frame.Path.Contains("node_modules/", StringComparison.Ordinal)))
        {
            var manifests = paths
                .Where(path => path == "package.json" || (path.EndsWith("/package.json", StringComparison.Ordinal) && path.StartsWith("packages/", StringComparison.Ordinal)))
                .OrderBy(path => path.Length)
                .Take(MostManifests);
            foreach (var manifest in manifests)
            {
                if (Name(await tree.ReadTextAsync(manifest, cancellationToken)) is { } name)
                {
                    names.Add(name);
                }
            }
        }

        return new PathIndex(paths, names);
    }

    private static string? Name(string? text)
    {
        try
        {
            using var document = JsonDocument.Parse(text ?? "{}");
            return document.RootElement.ValueKind == JsonValueKind.Object && document.RootElement.TryGetProperty("name", out var name) && name.ValueKind == JsonValueKind.String ? name.GetString() : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
