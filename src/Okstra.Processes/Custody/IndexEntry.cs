namespace Okstra.Processes.Custody;

/// <summary>One entry of an index or a tree.</summary>
/// <param name="Mode">Octal, six digits.</param>
/// <param name="Id">Full object id.</param>
/// <param name="Stage">0, or 1 to 3 for an unmerged path.</param>
/// <param name="Path">As <see cref="BytePaths"/>.</param>
internal readonly record struct IndexEntry(string Mode, string Id, int Stage, string Path)
{
    private const string SubmoduleMode = "160000";

    public bool IsFile => Mode is "100644" or "100755";

    public bool IsSubmodule => Mode == SubmoduleMode;

    /// <summary>Reads <c>git ls-files -s -z</c>; a record: <c>100644 &lt;id&gt; 0\ta.txt</c>.</summary>
    public static IReadOnlyList<IndexEntry> ParseList(string output) => [.. BytePaths.Split(output).Select(Parse)];

    /// <summary>A record for <c>git update-index -z --index-info</c>, always at stage 0.</summary>
    public string ToRecord() => $"{Mode} {Id} 0\t{Path}";

    private static IndexEntry Parse(string record)
    {
        var tab = record.IndexOf('\t', StringComparison.Ordinal);
        var facts = record[..tab].Split(' ');
        return new IndexEntry(facts[0], facts[1], facts[2][0] - '0', record[(tab + 1)..]);
    }
}
