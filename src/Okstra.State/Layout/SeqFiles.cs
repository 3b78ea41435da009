using Okstra.Core.Runs;
using Okstra.Core.Tasks;

namespace Okstra.State.Layout;

/// <summary>Reads counters out of the names in a category folder.</summary>
internal static class SeqFiles
{
    internal static RunSeq? Highest(string folder, TaskType type)
    {
        RunSeq? highest = null;
        foreach (var (_, seq) in Of(folder, "", type))
        {
            highest = highest is { } known && known > seq ? known : seq;
        }

        return highest;
    }

    internal static IEnumerable<(string Path, RunSeq Seq)> Of(string folder, string prefix, TaskType type)
    {
        if (!Directory.Exists(folder))
        {
            yield break;
        }

        foreach (var path in Directory.EnumerateFileSystemEntries(folder))
        {
            var name = Path.GetFileName(path.AsSpan());
            if (name.StartsWith(prefix, StringComparison.Ordinal) && TryRead(name, type, out var seq))
            {
                yield return (path, seq);
            }
        }
    }

    // final-report-error-analysis-002.data.json, claude-reverify-r1-b2-error-analysis-002.json; a name with a leading dot is a temp file.
    internal static bool TryRead(ReadOnlySpan<char> name, TaskType type, out RunSeq seq)
    {
        seq = default;
        var marker = $"-{type.Token()}-";
        var at = name.LastIndexOf(marker);
        if (at <= 0 || name[0] == '.')
        {
            return false;
        }

        var rest = name[(at + marker.Length)..];
        var end = rest.IndexOf('.');
        return RunSeq.TryParse(end < 0 ? rest : rest[..end], out seq);
    }
}
