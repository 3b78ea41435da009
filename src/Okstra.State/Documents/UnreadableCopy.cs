using System.Globalization;
using Okstra.Core.Problems;
using Okstra.State.Writing;

namespace Okstra.State.Documents;

/// <summary>Keeps a copy of a document that cannot be read, once for each content.</summary>
internal sealed class UnreadableCopy(StateWriter writer, TimeProvider clock)
{
    /// <summary>Path of the copy; null when none could be written.</summary>
    internal string? Keep(string path, byte[] bytes)
    {
        try
        {
            var folder = Path.GetDirectoryName(Path.GetFullPath(path))!;
            foreach (var earlier in Directory.EnumerateFiles(folder, $"{Path.GetFileName(path)}.corrupt-*"))
            {
                if (File.ReadAllBytes(earlier).AsSpan().SequenceEqual(bytes))
                {
                    return earlier;
                }
            }

            var copy = $"{path}.corrupt-{clock.GetUtcNow().ToString("yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture)}";
            writer.CreateNew(copy, bytes);
            return copy;
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException or UserErrorException)
        {
            return null;
        }
    }
}
