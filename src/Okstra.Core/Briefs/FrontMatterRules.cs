using Okstra.Core.Profiles;
using Okstra.Core.Tasks;

namespace Okstra.Core.Briefs;

/// <summary>BRF-005…009: keys and values of the frontmatter.</summary>
internal static class FrontMatterRules
{
    private const int Tolerance = 2;

    private static readonly string[] Keys =
    [
        "taskKey", "taskGroup", "taskId", "projectId", "taskType", "title", "tickets", "relatedTasks", "workCategory", "tags", "date", "id", "aliases", "ticket", "ticketId", "ticketIds", "related", "approved",
    ];

    public static IEnumerable<BriefIssue> Check(BriefPage page, BriefSituation situation)
    {
        var lines = new Dictionary<string, int>(StringComparer.Ordinal);
        return [.. Unclosed(page), .. KeyIssues(page, lines), .. ValueIssues(page, situation, lines)];
    }

    // A first line --- without a second one is a thematic break, unless keys follow it.
    private static IEnumerable<BriefIssue> Unclosed(BriefPage page)
    {
        if (page.FrontMatter.BodyStart == 0 && page.Body is [{ Text: var first }, { Text: var second }, ..] && first.TrimEnd() == "---" && KeyOf(second) is { } key && IsKnown(key))
        {
            yield return BriefIssue.Error("BRF-005", 1, 1, "the frontmatter is not closed, so nothing of it is read", "end it with a line ---");
        }
    }

    private static IEnumerable<BriefIssue> KeyIssues(BriefPage page, Dictionary<string, int> lines)
    {
        foreach (var line in page.FrontMatterLines)
        {
            if (KeyOf(line.Text) is not { } key)
            {
                continue;
            }

            if (lines.TryGetValue(Plain(key), out var first))
            {
                yield return BriefIssue.Warning("BRF-009", line.Number, 1, $"the frontmatter has '{key}' again; that of line {first} is passed over", "keep one of them");
            }

            lines[Plain(key)] = line.Number;
            if (!IsKnown(key))
            {
                yield return BriefIssue.Warning("BRF-006", line.Number, 1, $"the frontmatter key '{key}' means nothing to okstra", Nearest(key) is { } nearest ? $"did you mean '{nearest}'?" : $"okstra reads {string.Join(", ", Keys.Take(9))}");
            }
        }
    }

    private static List<BriefIssue> ValueIssues(BriefPage page, BriefSituation situation, Dictionary<string, int> lines)
    {
        var issues = new List<BriefIssue>();
        if (Value(page, "taskType") is { } type && !TaskTypes.TryParse(type, out _, out var unknown))
        {
            Add("BRF-007", "taskType", unknown.Message, unknown.Hint!);
        }

        if (Value(page, "taskKey") is not { } text)
        {
            return issues;
        }

        if (!TaskKey.TryParse(text, situation.ProjectId, out var key, out var problem))
        {
            Add("BRF-007", "taskKey", problem.Message, problem.Hint!);
            return issues;
        }

        if (situation is { TaskIsGiven: true, Task: { } given } && key.Slug != given.Slug)
        {
            Add("BRF-008", "taskKey", $"the brief is of the task '{key}', not of '{given}'", "name the right task with --task-key, or correct the brief");
        }

        foreach (var (name, own) in (ReadOnlySpan<(string, string)>)[("taskGroup", key.Group), ("taskId", key.Task), ("projectId", key.Project)])
        {
            if (Value(page, name) is { } other && Segment.Of(other) != Segment.Of(own))
            {
                Add("BRF-008", name, $"{name} '{other}' and taskKey '{text}' disagree", "correct one of them, or leave one out");
            }
        }

        return issues;

        void Add(string id, string name, string message, string hint) => issues.Add(BriefIssue.Error(id, lines.GetValueOrDefault(Plain(name), 1), 1, message, hint));
    }

    // What a template left unfilled says nothing.
    private static string? Value(BriefPage page, string name) =>
        page.FrontMatter.First(name) is { } value && value != FrontMatter.NoClassification && !value.Contains("{{", StringComparison.Ordinal) ? value : null;

    private static string? KeyOf(string line) => line.Length > 0 && !char.IsWhiteSpace(line[0]) && line[0] is not ('-' or '#') && line.IndexOf(':', StringComparison.Ordinal) is > 0 and var colon ? line[..colon].Trim() : null;

    private static bool IsKnown(string key) => Keys.Any(known => Plain(known) == Plain(key));

    private static string Plain(string key) => key.Trim().Replace("-", "", StringComparison.Ordinal).Replace("_", "", StringComparison.Ordinal).ToLowerInvariant();

    private static string? Nearest(string key) => Keys.Select(known => (Name: known, Distance: Distance(Plain(known), Plain(key)))).Where(known => known.Distance <= Tolerance).OrderBy(known => known.Distance).Select(known => known.Name).FirstOrDefault();

    private static int Distance(string left, string right)
    {
        var row = Enumerable.Range(0, right.Length + 1).ToArray();
        for (var i = 1; i <= left.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= right.Length; j++)
            {
                (diagonal, row[j]) = (row[j], Math.Min(Math.Min(row[j], row[j - 1]) + 1, diagonal + (left[i - 1] == right[j - 1] ? 0 : 1)));
            }
        }

        return row[right.Length];
    }
}
