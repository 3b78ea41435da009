using System.Text.RegularExpressions;
using Okstra.Core.Reports;
using Okstra.Core.Tasks;

namespace Okstra.Core.FollowUps;

/// <summary>What is wrong with the rows of section 7 (R-CLI-083, R-OPN-44); all of them are looked at.</summary>
public static partial class FollowUpRules
{
    /// <summary>One sentence for each mistake, in the order of the rows.</summary>
    /// <param name="rows">The table.</param>
    /// <param name="parentTaskId">A task cannot follow itself.</param>
    public static IReadOnlyList<string> Check(IReadOnlyList<FollowUpLine> rows, string parentTaskId) =>
        [.. Mistakes(rows, parentTaskId).Select(found => $"row {found.Row.Number} ({(found.Row.Id.Length > 0 ? found.Row.Id : "no id")}): {found.Mistake}")];

    /// <summary>The same with the rows they are in.</summary>
    internal static IEnumerable<(FollowUpLine Row, string Mistake)> Mistakes(IReadOnlyList<FollowUpLine> rows, string parentTaskId)
    {
        var ids = Repeated(rows, row => row.Id);
        var tasks = Repeated(rows, row => Segment.Of(row["newTaskId"]));
        return rows.SelectMany(row => Mistakes(row, ids, tasks, parentTaskId).Select(mistake => (row, mistake)));
    }

    private static HashSet<string> Repeated(IReadOnlyList<FollowUpLine> rows, Func<FollowUpLine, string> value) =>
        rows.GroupBy(value, StringComparer.OrdinalIgnoreCase).Where(group => group.Count() > 1).Select(group => group.Key).ToHashSet(StringComparer.OrdinalIgnoreCase);

    private static IEnumerable<string> Mistakes(FollowUpLine row, HashSet<string> ids, HashSet<string> tasks, string parentTaskId)
    {
        if (row.Count != FollowUpTable.Width)
        {
            yield return $"it has {row.Count} cells, not {FollowUpTable.Width}; a '|' inside a cell is written '\\|'";
            yield break;
        }

        if (row.Cells.Values.FirstOrDefault(IsPlaceholder) is { } placeholder)
        {
            yield return $"'{placeholder}' is a placeholder of the template";
            yield break;
        }

        if (!Id().IsMatch(row.Id) || ids.Contains(row.Id))
        {
            yield return ids.Contains(row.Id) ? $"the id '{row.Id}' occurs more than once" : $"'{row.Id}' is not an id like FU-001";
        }

        if (!FollowUpTokens.Origins.Contains(row["origin"], StringComparer.Ordinal))
        {
            yield return $"Origin '{row["origin"]}' is not one of {string.Join(", ", FollowUpTokens.Origins)}";
        }

        var task = row["newTaskId"];
        if (!Slug().IsMatch(task) || Segment.Of(task) == "_")
        {
            yield return $"New Task ID '{task}' may only have letters a-z, digits and hyphens, at most 80";
        }
        else if (tasks.Contains(Segment.Of(task)))
        {
            yield return $"New Task ID '{task}' occurs more than once";
        }
        else if (Segment.Of(task) == Segment.Of(parentTaskId))
        {
            yield return $"New Task ID '{task}' is the task itself";
        }

        if (row["title"].Length == 0)
        {
            yield return "Title is missing";
        }

        if (!TaskTypes.TryParse(row["suggested"], out _, out _))
        {
            yield return $"Suggested task-type '{row["suggested"]}' is not one of {string.Join(", ", TaskTypes.All.Select(TaskTypes.Token))}";
        }

        if (row["whyDeferred"].Length == 0 || VagueReason.Is(row["whyDeferred"]))
        {
            yield return row["whyDeferred"].Length == 0 ? "Reason / Why deferred is missing" : $"Reason / Why deferred '{row["whyDeferred"]}' names no ground in the work";
        }

        if (!FollowUpTokens.Priorities.Contains(row["priority"], StringComparer.Ordinal))
        {
            yield return $"Priority '{row["priority"]}' is not one of {string.Join(", ", FollowUpTokens.Priorities)}";
        }

        if (row["autoSpawn"] is not ("yes" or "no"))
        {
            yield return $"Auto-spawn? '{row["autoSpawn"]}' is neither yes nor no";
        }
    }

    private static bool IsPlaceholder(string cell) => Placeholders.Occur(cell) || Template().IsMatch(cell);

    [GeneratedRegex("^FU-[0-9]{3,9}$", RegexOptions.NonBacktracking | RegexOptions.CultureInvariant)]
    private static partial Regex Id();

    [GeneratedRegex("^[A-Za-z0-9-]{1,80}$", RegexOptions.NonBacktracking | RegexOptions.CultureInvariant)]
    private static partial Regex Slug();

    // <origin>, {title}, …, TBD, yes/no, P0/P1/P2
    [GeneratedRegex(@"^(<[^<>]*>|\{[^{}]*\}|\[[^\[\]]*\]|\.{2,}|…|\?+|TBD|TODO|yes ?[/|] ?no|P0 ?[/|] ?P1.*)$", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking | RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Template();
}
