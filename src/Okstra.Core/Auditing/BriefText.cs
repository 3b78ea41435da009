namespace Okstra.Core.Auditing;

/// <summary>A report cut to size and into lines, with what each line is part of.</summary>
internal sealed class BriefText
{
    /// <summary>Longest report read; what follows is log output that repeats itself.</summary>
    private const int LongestText = 256 * 1024;

    private const int LongestLine = 2000;

    private BriefText(IReadOnlyList<BriefLine> lines) => Lines = lines;

    public IReadOnlyList<BriefLine> Lines { get; }

    public static BriefText Read(string text)
    {
        var bounded = text.Length > LongestText ? text[..LongestText] : text;
        var lines = new List<BriefLine>();
        var fenced = false;
        var titled = false;
        var first = true;
        var frontmatter = false;
        foreach (var raw in bounded.Split('\n'))
        {
            var line = (raw.Length > LongestLine ? raw[..LongestLine] : raw).TrimEnd();
            var trimmed = line.TrimStart();
            if (trimmed == "---" && (first || frontmatter))
            {
                frontmatter = first;
                first = false;
                continue;
            }

            first &= trimmed.Length == 0;
            if (frontmatter)
            {
                continue;
            }

            if (trimmed.StartsWith("```", StringComparison.Ordinal) || trimmed.StartsWith("~~~", StringComparison.Ordinal))
            {
                fenced = !fenced;
                continue;
            }

            var isTitle = !titled && !fenced && trimmed.Length > 0;
            titled |= isTitle;
            lines.Add(new BriefLine(line, fenced || line.StartsWith("    ", StringComparison.Ordinal) || line.StartsWith('\t'), isTitle));
        }

        return new BriefText(lines);
    }
}
