namespace Okstra.Core.Tasks;

/// <summary>The small YAML subset of a frontmatter block: scalars, <c>[a, b]</c>, and lists of <c>- item</c> lines. Anything else is passed over.</summary>
/// <param name="Values">Key, lower-case without <c>-</c> and <c>_</c>, to its items.</param>
/// <param name="BodyStart">Index of the first character after the block; 0 without one.</param>
public sealed record FrontMatterBlock(IReadOnlyDictionary<string, IReadOnlyList<string>> Values, int BodyStart)
{
    private const int LineLimit = 200;

    // ---
    // task-id: DEV-9436
    // tickets: [DEV-9436, "DEV-9437"]
    // related:
    //   - shop:orders:dev-9000
    // ---
    public static FrontMatterBlock Parse(string text)
    {
        var values = new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal);
        var start = text.StartsWith('\uFEFF') ? 1 : 0;
        if (!IsMark(LineAt(text, start, out var next)))
        {
            return new FrontMatterBlock(values, 0);
        }

        List<string>? open = null;
        for (var count = 0; count < LineLimit && next < text.Length; count++)
        {
            var line = LineAt(text, next, out next);
            if (IsMark(line))
            {
                return new FrontMatterBlock(values, next);
            }

            var item = line.Trim();
            if (item.StartsWith("- ", StringComparison.Ordinal) && open is not null)
            {
                open.Add(Unquoted(item[2..].ToString()));
            }
            else if (line.Length > 0 && !char.IsWhiteSpace(line[0]) && item.IndexOf(':') is > 0 and var colon)
            {
                open = [.. Items(item[(colon + 1)..].Trim().ToString())];
                values[Key(item[..colon].ToString())] = open;
            }
        }

        // No closing mark: it was a thematic break, not frontmatter.
        return new FrontMatterBlock(new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal), 0);
    }

    /// <summary>First non-blank value under any of the keys.</summary>
    public string? First(params ReadOnlySpan<string> keys)
    {
        foreach (var key in keys)
        {
            if (Values.TryGetValue(Key(key), out var items) && items.FirstOrDefault(item => !string.IsNullOrWhiteSpace(item)) is { } value)
            {
                return value;
            }
        }

        return null;
    }

    /// <summary>All values under the keys.</summary>
    public IReadOnlyList<string> All(params string[] keys) => [.. keys.SelectMany(key => Values.GetValueOrDefault(Key(key), [])).Where(item => !string.IsNullOrWhiteSpace(item))];

    private static string Key(string key) => key.Trim().Replace("-", "", StringComparison.Ordinal).Replace("_", "", StringComparison.Ordinal).ToLowerInvariant();

    private static bool IsMark(ReadOnlySpan<char> line) => line.TrimEnd() is "---";

    private static ReadOnlySpan<char> LineAt(string text, int start, out int next)
    {
        var end = text.IndexOf('\n', start);
        next = end < 0 ? text.Length : end + 1;
        return text.AsSpan(start, (end < 0 ? text.Length : end) - start).TrimEnd('\r');
    }

    private static IEnumerable<string> Items(string value)
    {
        if (value.Length == 0)
        {
            return [];
        }

        return value[0] == '[' && value[^1] == ']' ? value[1..^1].Split(',').Select(Unquoted).Where(item => item.Length > 0) : [Unquoted(value)];
    }

    private static string Unquoted(string value)
    {
        var text = value.Trim();
        return text.Length >= 2 && text[0] is '"' or '\'' && text[^1] == text[0] ? text[1..^1].Trim() : text;
    }
}
