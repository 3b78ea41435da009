using System.Text.Json;
using Okstra.Core.Tasks;
using Okstra.Core.Text;

namespace Okstra.Core.Approvals;

/// <summary>What an approval covers: the report without the approval itself and without line endings and trailing blanks, and the plan of its data document.</summary>
public static class PlanContent
{
    private const string ApprovalHeading = "User Approval Request";

    /// <param name="markdown">The report.</param>
    /// <param name="data">Its data document.</param>
    public static IReadOnlyList<PlanPart> Of(string markdown, JsonElement data)
    {
        var names = new Dictionary<string, int>(StringComparer.Ordinal);
        return [.. Raw(markdown).Concat(Plan(data)).Select(part => part with { Name = Unique(part.Name) })];

        string Unique(string name)
        {
            names[name] = names.GetValueOrDefault(name) + 1;
            return names[name] == 1 ? name : $"{name} ({names[name]})";
        }
    }

    private static IEnumerable<PlanPart> Raw(string markdown)
    {
        var body = FrontMatterBlock.Parse(markdown).BodyStart;
        var front = Lines(markdown[..body]).Where(line => line.Length > 0 && line != "---" && !line.StartsWith("approv", StringComparison.OrdinalIgnoreCase)).ToList();
        if (front.Count > 0)
        {
            yield return new PlanPart("frontmatter", string.Join('\n', front));
        }

        var (name, lines, fenced) = ("before the first heading", new List<string>(), false);
        foreach (var line in Lines(markdown[body..]))
        {
            if (line.TrimStart().StartsWith("```", StringComparison.Ordinal))
            {
                fenced = !fenced;
            }

            if (!fenced && IsHeading(line))
            {
                yield return Part(name, lines);
                (name, lines) = (SafeText.OneLine(line.Trim('#', ' ', '\t'), 200), []);
            }

            lines.Add(line);
        }

        yield return Part(name, lines);
    }

    private static PlanPart Part(string name, List<string> lines)
    {
        var approval = name.Contains(ApprovalHeading, StringComparison.Ordinal);
        var kept = lines.Where(line => !ApprovalLines.IsAudit(line) && !ApprovalLines.IsBareMark(line) && !(approval && (line.Length == 0 || ApprovalLines.IsMark(line) || ApprovalLines.IsBox(line))));
        return new PlanPart(name, string.Join('\n', kept).Trim('\n'));
    }

    private static IEnumerable<string> Lines(string text) => ExactLines.Of(text).Select(line => line.Text.TrimStart('\uFEFF').TrimEnd());

    private static bool IsHeading(string line)
    {
        var level = line.Length - line.TrimStart('#').Length;
        return level is > 0 and < 7 && (line.Length == level || line[level] is ' ' or '\t');
    }

    private static IEnumerable<PlanPart> Plan(JsonElement data)
    {
        if (data.ValueKind != JsonValueKind.Object || !data.TryGetProperty("plan", out var plan))
        {
            return [];
        }

        return plan.ValueKind == JsonValueKind.Object
            ? plan.EnumerateObject().OrderBy(member => member.Name, StringComparer.Ordinal).Select(member => new PlanPart($"data: plan.{member.Name}", CanonicalJson.Of(member.Value)))
            : [new PlanPart("data: plan", CanonicalJson.Of(plan))];
    }
}
