using Okstra.Core.Workers;
using Okstra.Engine.Preparation;
using Okstra.State.Documents;

namespace Okstra.Engine;

/// <summary>Names the documents another document was made from by their hashes; different hashes make it stale.</summary>
internal static class DocumentInputs
{
    public static IReadOnlyDictionary<string, string> Of(RunBundle bundle, IEnumerable<DispatchDocument> dispatches, params IReadOnlyList<string> others)
    {
        var files = dispatches.Select(dispatch => bundle.Layout.DispatchDocument(dispatch.Worker, dispatch.Round, dispatch.Batch)).Concat(others);
        return new SortedDictionary<string, string>(
            files.Distinct(StringComparer.Ordinal).ToDictionary(bundle.Layout.Relative, ContentHash.OfFile, StringComparer.Ordinal), StringComparer.Ordinal);
    }

    public static bool Same(IReadOnlyDictionary<string, string> left, IReadOnlyDictionary<string, string> right) =>
        left.Count == right.Count && left.All(pair => right.TryGetValue(pair.Key, out var hash) && hash == pair.Value);
}
