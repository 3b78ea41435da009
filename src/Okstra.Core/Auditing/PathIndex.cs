namespace Okstra.Core.Auditing;

/// <summary>Finds the files of a tree that a printed path may mean.</summary>
public sealed class PathIndex
{
    private static readonly string[][] Families = [["js", "mjs", "cjs", "jsx", "ts", "mts", "cts", "tsx"], ["py", "pyx", "pyi"], ["c", "cc", "cpp", "cxx"], ["h", "hh", "hpp", "hxx"]];

    private readonly ILookup<string, string> _byName;

    private readonly ILookup<string, string> _byStem;

    private readonly HashSet<string> _ownPackages;

    /// <param name="paths">Every file of the tree.</param>
    /// <param name="ownPackages">Names under which the repository's own packages are installed elsewhere (<c>node_modules/NAME</c>).</param>
    public PathIndex(IReadOnlyList<string> paths, IEnumerable<string> ownPackages)
    {
        Paths = paths;
        _byName = paths.ToLookup(Name, StringComparer.Ordinal);
        _byStem = paths.Where(path => Stem(path).Length > 0).ToLookup(Stem, StringComparer.Ordinal);
        _ownPackages = new HashSet<string>(ownPackages, StringComparer.Ordinal);
    }

    public IReadOnlyList<string> Paths { get; }

    /// <summary>The one file a stack frame means; null when it lies outside the tree or could be several.</summary>
    public string? ResolveFrame(string printed)
    {
        if (printed.Length == 0 || FramePath.IsForeign(printed))
        {
            return null;
        }

        if (printed.LastIndexOf("node_modules/", StringComparison.Ordinal) is >= 0 and var modules)
        {
            var parts = printed[(modules + "node_modules/".Length)..].Split('/');
            var nameLength = parts[0].StartsWith('@') ? 2 : 1;
            if (parts.Length <= nameLength || !_ownPackages.Contains(string.Join('/', parts.Take(nameLength))))
            {
                return null;
            }

            var inside = string.Join('/', parts.Skip(nameLength));
            return Best(inside, _byName[Name(inside)], wholeOnly: false) ?? Best(inside, _byStem[Stem(inside)], wholeOnly: false);
        }

        var whole = printed.Contains("site-packages/", StringComparison.Ordinal) || printed.Contains("dist-packages/", StringComparison.Ordinal);
        return Best(printed, _byName[Name(printed)], whole) ?? Best(printed, _byStem[Stem(printed)], whole);
    }

    /// <summary>Files a mention in prose may mean, best first; at most <paramref name="most"/>.</summary>
    public IReadOnlyList<string> ResolveMention(string mention, int most)
    {
        var segments = FramePath.Segments(mention);
        if (segments.Length == 0)
        {
            return [];
        }

        var scored = _byName[segments[^1]]
            .Select(path => (path, common: CommonTail(segments, path.Split('/')), length: path.Count(letter => letter == '/') + 1))
            .ToList();
        if (scored.Count == 0)
        {
            return [];
        }

        var longest = scored.Max(entry => entry.common);
        // A mention with folders must share at least one of them, otherwise any index.js would do.
        return longest == 1 && segments.Length > 1 && scored.All(entry => entry.length > 1)
            ? []
            : [.. scored.Where(entry => entry.common == longest).OrderBy(entry => entry.length).ThenBy(entry => entry.path, StringComparer.Ordinal).Take(most).Select(entry => entry.path)];
    }

    private static string? Best(string printed, IEnumerable<string> candidates, bool wholeOnly)
    {
        var segments = FramePath.Segments(printed);
        var scored = candidates
            .Select(path => (path, parts: path.Split('/')))
            .Select(entry => (entry.path, common: CommonTail(segments, entry.parts), whole: CommonTail(segments, entry.parts) == entry.parts.Length, rest: entry.parts.Length))
            .OrderByDescending(entry => entry.common)
            .ThenByDescending(entry => entry.whole)
            .ThenBy(entry => entry.rest)
            .ToList();
        if (scored.Count == 0)
        {
            return null;
        }

        var (best, common, isWhole, _) = scored[0];
        var tied = scored.Count > 1 && scored[1].common == common && scored[1].whole == isWhole;
        var enough = isWhole || common == segments.Length || common >= 2 || (scored.Count == 1 && segments.Length <= 2);
        return enough && !tied && (!wholeOnly || isWhole || common >= 2) ? best : null;
    }

    private static int CommonTail(string[] left, string[] right)
    {
        var count = 0;
        while (count < left.Length && count < right.Length && Same(left[^(count + 1)], right[^(count + 1)], count == 0))
        {
            count++;
        }

        return count;
    }

    private static bool Same(string left, string right, bool isName) =>
        string.Equals(left, right, StringComparison.Ordinal) || (isName && Stem(left).Length > 0 && Stem(left) == Stem(right));

    private static string Name(string path) => path[(path.LastIndexOf('/') + 1)..];

    /// <summary>Name with its extension replaced by the family's first one, so that built files meet their sources; empty for other files.</summary>
    private static string Stem(string path)
    {
        var name = Name(path);
        var dot = name.LastIndexOf('.');
        var family = dot > 0 ? Array.Find(Families, known => known.Contains(name[(dot + 1)..], StringComparer.Ordinal)) : null;
        return family is null ? "" : $"{name[..dot].Replace(".min", "", StringComparison.Ordinal)}.{family[0]}";
    }
}
