namespace Okstra.EndToEnd.Tests.Rig;

/// <summary>A command line of a guide, with what it is expected to be refused for.</summary>
/// <param name="Line">As it stands there.</param>
/// <param name="Refusal">Words of the refusal; null when the command has to succeed.</param>
internal sealed record GuideCommand(string Line, string? Refusal)
{
    private const string Fence = "```sh";
    private const string Remark = "  # ";

    /// <summary>Lines that every command needs before it.</summary>
    public static string Setup(string guide) => string.Join('\n', Blocks(guide).Where(block => block.Kind == "setup").SelectMany(block => block.Lines));

    /// <summary>Every command of the <c>sh</c> blocks, in their order.</summary>
    public static IReadOnlyList<GuideCommand> Of(string guide) =>
    [
        .. Blocks(guide).Where(block => block.Kind is "" or "refused").SelectMany(block => block.Lines.Select(line => block.Kind == "refused"
            ? new GuideCommand(line[..line.IndexOf(Remark, StringComparison.Ordinal)].TrimEnd(), line[(line.IndexOf(Remark, StringComparison.Ordinal) + Remark.Length)..].Trim())
            : new GuideCommand(line, null))),
    ];

    private static IEnumerable<(string Kind, IReadOnlyList<string> Lines)> Blocks(string guide)
    {
        var lines = guide.Split('\n');
        for (var start = 0; start < lines.Length; start++)
        {
            if (lines[start].StartsWith(Fence, StringComparison.Ordinal))
            {
                var end = Array.IndexOf(lines, "```", start);
                yield return (lines[start][Fence.Length..].Trim(), lines[(start + 1)..end]);
                start = end;
            }
        }
    }
}
