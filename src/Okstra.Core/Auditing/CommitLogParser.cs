namespace Okstra.Core.Auditing;

/// <summary>Reads the output of <c>git log</c> in <see cref="Format"/> with <c>--name-only</c>.</summary>
public static class CommitLogParser
{
    /// <summary>Record separator, then id, author time, subject and body, each closed by a unit separator; names follow line by line.</summary>
    public const string Format = "%x1e%H%x1f%at%x1f%s%x1f%b%x1f";

    private const int LongestBody = 2000;

    public static IReadOnlyList<CommitRecord> Parse(string output)
    {
        var commits = new List<CommitRecord>();
        foreach (var record in output.Split('\u001e', StringSplitOptions.RemoveEmptyEntries))
        {
            var fields = record.Split('\u001f');
            if (fields.Length < 5 || !long.TryParse(fields[1], out var seconds) || seconds is < 0 or > 253402300799)
            {
                continue;
            }

            commits.Add(new CommitRecord
            {
                Sha = fields[0].Trim(),
                At = DateTimeOffset.FromUnixTimeSeconds(seconds),
                Subject = fields[2],
                Body = fields[3].Length > LongestBody ? fields[3][..LongestBody] : fields[3],
                Paths = fields[4].Split('\n', StringSplitOptions.RemoveEmptyEntries),
                Age = commits.Count,
            });
        }

        return commits;
    }
}
