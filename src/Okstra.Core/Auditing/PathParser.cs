using System.Text.RegularExpressions;
using Okstra.Core.Projects;

namespace Okstra.Core.Auditing;

/// <summary>Finds the files a report names outside of stack frames.</summary>
internal static class PathParser
{
    private const int Most = 40;

    // https://github.com/owner/name/blob/main/src/cart.py#L10-L20
    private static readonly Regex Permalink = new(@"/(?:blob|tree|blame)/[^/\s]+/(?<path>[^\s#)?>\]]+)(?:\?[^\s#)]*)?(?:#L(?<line>[0-9]+))?", RegexOptions.NonBacktracking);

    // src/cart.ts:12:5    src/cart.ts(12,5): error TS1    cart.ts    lib\cart.js
    private static readonly Regex Written = new(@"(?<path>[A-Za-z0-9_@.+/\\-]*[A-Za-z0-9_+-]\.(?<ext>[A-Za-z0-9+]{1,8}))(?::(?<line>[0-9]+)|\((?<row>[0-9]+)(?:,[0-9]+)?\)|\W|$)", RegexOptions.NonBacktracking);

    private static readonly Regex Link = new(@"https?://[^\s)>\]]+", RegexOptions.NonBacktracking);

    private static readonly string[] OtherExtensions = ["json", "yml", "yaml", "toml", "xml", "html", "css", "scss", "sql", "proto", "ini", "cfg", "csproj", "gradle", "erb", "tmpl", "cmake", "mk"];

    public static IReadOnlyList<PathMention> Parse(IReadOnlyList<BriefLine> lines, HashSet<int> frames)
    {
        var mentions = new List<PathMention>();
        for (var index = 0; index < lines.Count && mentions.Count < Most; index++)
        {
            if (frames.Contains(index))
            {
                continue;
            }

            var text = lines[index].Text;
            foreach (Match match in Permalink.Matches(text))
            {
                mentions.Add(new PathMention(match.Groups["path"].Value, Number(match.Groups["line"])));
            }

            foreach (Match match in Written.Matches(Link.Replace(text, " ")))
            {
                var path = FramePath.Clean(match.Groups["path"].Value);
                if (Languages.Of(path) is not null || OtherExtensions.Contains(match.Groups["ext"].Value, StringComparer.OrdinalIgnoreCase))
                {
                    mentions.Add(new PathMention(path, Number(match.Groups["line"]) ?? Number(match.Groups["row"])));
                }
            }
        }

        return [.. mentions.Distinct()];
    }

    private static int? Number(Group group) => int.TryParse(group.Value, out var number) && number > 0 ? number : null;
}
