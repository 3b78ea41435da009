using System.Globalization;
using Okstra.Core.Reports;

namespace Okstra.Core.Scheduling;

/// <summary>The values of the schedule template's own tokens.</summary>
public static class ScheduleText
{
    /// <param name="schedule">What was computed.</param>
    /// <param name="plan">Path of the plan.</param>
    /// <param name="isApproved">It carries its user's approval.</param>
    /// <param name="texts">The user's own words by heading: Scope, Assumptions, Notes.</param>
    public static IReadOnlyDictionary<string, string> Values(Schedule schedule, string plan, bool isApproved, IReadOnlyDictionary<string, string> texts)
    {
        ArgumentNullException.ThrowIfNull(schedule);
        return new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["SCHEDULE_TITLE"] = MarkdownText.Line(schedule.Title),
            ["SCHEDULE_PLAN"] = plan,
            ["SCHEDULE_APPROVED"] = isApproved ? "yes" : "no",
            ["SCHEDULE_TOTAL"] = $"{schedule.Effort} for {schedule.Steps} step(s)",
            ["SCHEDULE_CRITICAL"] = schedule.CriticalPath.Count == 0 ? "none: the plan has no stages" : $"stage {string.Join(" → ", schedule.CriticalPath)}, {schedule.CriticalEffort}",
            ["SCHEDULE_STAGES"] = Table(
                ["Stage", "Title", "Built on", "Steps", "Effort", "Critical"],
                schedule.Stages.Select(stage => (string[])[stage.Stage is { } number ? Number(number) : "-", stage.Title, string.Join(", ", stage.DependsOn), Number(stage.Steps), $"{stage.Effort}", stage.IsCritical ? "yes" : ""])),
            ["SCHEDULE_ORDER"] = schedule.Groups.Count == 0
                ? "The steps follow one another."
                : Table(["Group", "Stages beside one another", "Effort of the longest"], schedule.Groups.Select(group => (string[])[Number(group.Group), string.Join(", ", group.Stages), $"{group.Effort}"])),
            ["SCHEDULE_TICKETS"] = Table(["Ticket", "Steps", "Effort"], schedule.Tickets.Select(ticket => (string[])[ticket.Ticket, Number(ticket.Steps), $"{ticket.Effort}"])),
            ["SCHEDULE_LEFT_OUT"] = string.Join('\n', (string[])[.. schedule.LeftOut.Select(step => $"- Step {MarkdownText.Line(step.Step)}: {MarkdownText.Line(step.Action)} ({step.Rule}: '{MarkdownText.Line(step.Words)}' counts as given)"), .. schedule.Warnings.Select(warning => $"- Unknown: {MarkdownText.Line(warning)}.")]) is { Length: > 0 } lines ? lines : "Nothing.",
            ["SCHEDULE_SCOPE"] = texts.GetValueOrDefault("Scope", "The steps of the plan, no more."),
            ["SCHEDULE_ASSUMPTIONS"] = texts.GetValueOrDefault("Assumptions", "Every permission is given (authority rule)."),
            ["SCHEDULE_NOTES"] = texts.GetValueOrDefault("Notes", "None."),
        };
    }

    private static string Table(string[] headers, IEnumerable<string[]> rows)
    {
        var page = new MarkdownPage();
        page.TableOr("None.", headers, [.. rows.Select(row => (IReadOnlyList<string>)[.. row.Select(MarkdownText.Cell)])]);
        return page.ToString().TrimEnd('\n');
    }

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
