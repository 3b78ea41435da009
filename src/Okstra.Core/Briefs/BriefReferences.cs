using System.Globalization;
using System.Text.RegularExpressions;

namespace Okstra.Core.Briefs;

/// <summary>Finds the files a brief names. Backticks hold commands, routes and names too, so only what looks like a file of a repository is taken there.</summary>
public static partial class BriefReferences
{
    private static readonly HashSet<string> Extensions = new(
        [
            "c", "cc", "cfg", "conf", "cpp", "cs", "cshtml", "csproj", "css", "csv", "dart", "ex", "exs", "fs", "go", "gradle", "graphql", "h", "hpp", "htm", "html", "ini", "ipynb", "java", "js", "json", "jsx", "kt", "kts",
            "lock", "log", "lua", "m", "md", "mjs", "php", "pl", "png", "jpg", "pdf", "properties", "proto", "ps1", "py", "razor", "rb", "rs", "sass", "scala", "scss", "sh", "sln", "slnx", "sql", "svelte", "svg", "swift",
            "tf", "toml", "ts", "tsx", "txt", "vb", "vue", "xml", "yaml", "yml",
        ],
        StringComparer.OrdinalIgnoreCase);

    /// <summary>In the order they stand; what a line says is still to be made is left out.</summary>
    public static IReadOnlyList<BriefReference> In(BriefPage page, BriefForm form)
    {
        var found = new List<BriefReference>();
        foreach (var line in page.Body.Where(line => !line.IsCode && !ToBeMade().IsMatch(line.Text)))
        {
            var heading = page.HeadingAt(line.Number);
            if (form.Sources.Keys.Any(source => heading.Contains(source, StringComparison.OrdinalIgnoreCase)))
            {
                found.AddRange(Matches(Report(), line, heading, BriefReferenceKind.Citation));
                continue;
            }

            found.AddRange(Matches(Link(), line, heading, BriefReferenceKind.Link).Where(reference => !IsElsewhere(reference.Path)));
            found.AddRange(Matches(Code(), line, heading, BriefReferenceKind.Code).Where(LooksLikeFile));
        }

        return [.. found.OrderBy(reference => reference.Line).ThenBy(reference => reference.Column)];
    }

    private static IEnumerable<BriefReference> Matches(Regex pattern, BriefLine line, string heading, BriefReferenceKind kind)
    {
        foreach (Match match in pattern.Matches(line.Text))
        {
            var group = match.Groups["path"];
            var place = Place().Match(group.Value);
            var path = place.Success ? group.Value[..place.Index] : kind == BriefReferenceKind.Link ? group.Value.Split('#')[0] : group.Value;
            yield return new BriefReference(kind == BriefReferenceKind.Link ? Uri.UnescapeDataString(path) : path, place.Success ? Highest(place) : null, line.Number, group.Index + 1, heading, kind);
        }
    }

    // cart.py:4, cart.py:4-9, cart.py:4:17, cart.py#L4-L9
    private static int? Highest(Match place)
    {
        var last = place.Groups["to"].Success ? place.Groups["to"] : place.Groups["from"];
        return int.TryParse(last.Value, NumberStyles.None, CultureInfo.InvariantCulture, out var line) ? line : null;
    }

    // https://…, mailto:…, #section, /absolute
    private static bool IsElsewhere(string target) => target.Length == 0 || target[0] is '#' or '/' || target.Contains("://", StringComparison.Ordinal) || Scheme().IsMatch(target);

    private static bool LooksLikeFile(BriefReference reference)
    {
        var path = reference.Path;
        if (path.StartsWith('/') || path.Contains("//", StringComparison.Ordinal) || path.EndsWith('/') || path.Contains("...", StringComparison.Ordinal) || path.Contains('*', StringComparison.Ordinal))
        {
            return false;
        }

        var name = path[(path.LastIndexOf('/') + 1)..];
        var dot = name.LastIndexOf('.');
        return dot > 0 && Extensions.Contains(name[(dot + 1)..]);
    }

    [GeneratedRegex(@"`(?<path>[A-Za-z0-9_@+~.\-/\[\]()]+(:[0-9]+((:|-)[0-9]+)?|#L[0-9]+(-L[0-9]+)?)?)`", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Code();

    [GeneratedRegex(@"\]\(<?(?<path>[^)<>\s]+)>?(\s+""[^""]*"")?\)", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Link();

    // The same words a gate looks for (see SourceCitation).
    [GeneratedRegex(@"`(?<path>[^`]+\.md)`|\]\((?<path>[^)]+\.md)\)|(?<path>[^\s`()\[\]|<>]+\.md)", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Report();

    [GeneratedRegex(@"(:(?<from>[0-9]+)(:[0-9]+|-(?<to>[0-9]+))?|#L(?<from>[0-9]+)(-L(?<to>[0-9]+))?)$", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Place();

    [GeneratedRegex(@"^[a-z][a-z0-9+.\-]*:[^0-9]", RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex Scheme();

    [GeneratedRegex(@"\b(creates?|adds?|new|introduces?|generates?|writes?|to be (made|created|added|written))\b|신규|추가|생성", RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex ToBeMade();
}
