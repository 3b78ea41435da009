namespace Okstra.Core.Auditing;

/// <summary>Reads <c>git blame --porcelain</c>.</summary>
public static class BlameParser
{
    /// <summary>The newest commit of the blamed lines with the lines it wrote; null when history does not reach back to any of them.</summary>
    public static BlamedLines? Newest(string output)
    {
        var times = new Dictionary<string, long>(StringComparer.Ordinal);
        var subjects = new Dictionary<string, string>(StringComparer.Ordinal);
        var boundary = new HashSet<string>(StringComparer.Ordinal);
        var written = new Dictionary<string, List<int>>(StringComparer.Ordinal);
        var current = "";
        foreach (var line in output.Split('\n'))
        {
            var words = line.Split(' ');
            if (line.StartsWith('\t'))
            {
                continue;
            }

            if (words.Length >= 3 && words[0].Length >= 40 && words[0].All(char.IsAsciiHexDigit) && int.TryParse(words[2], out var number))
            {
                current = words[0];
                (written.TryGetValue(current, out var lines) ? lines : written[current] = []).Add(number);
            }
            else if (words[0] == "author-time" && words.Length == 2 && long.TryParse(words[1], out var time) && time is >= 0 and <= 253402300799)
            {
                times[current] = time;
            }
            else if (words[0] == "summary")
            {
                subjects[current] = line["summary ".Length..];
            }
            else if (line == "boundary")
            {
                // Either the first commit or the edge of a shallow clone: nobody changed these lines in the history at hand.
                boundary.Add(current);
            }
        }

        var newest = times.Where(entry => !boundary.Contains(entry.Key)).OrderByDescending(entry => entry.Value).ThenBy(entry => entry.Key, StringComparer.Ordinal).Select(entry => entry.Key).FirstOrDefault();
        return newest is null ? null : new BlamedLines(newest, DateTimeOffset.FromUnixTimeSeconds(times[newest]), subjects.GetValueOrDefault(newest, ""), [.. written[newest].Order()]);
    }
}
