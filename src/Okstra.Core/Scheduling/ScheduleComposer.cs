using System.Globalization;
using Okstra.Core.Briefs;
using Okstra.Core.Stages;
using Okstra.Core.Text;

namespace Okstra.Core.Scheduling;

/// <summary>From the steps of a plan to effort by stage, the critical path over the stages, and what can be done side by side. Pure.</summary>
public static class ScheduleComposer
{
    private const int LongestText = 200;

    /// <param name="document">The plan's data document.</param>
    /// <param name="stages">Its stage map; null without stages.</param>
    public static Schedule Compose(SchedulePlanDocument document, StagePlan? stages)
    {
        ArgumentNullException.ThrowIfNull(document);
        var all = Steps(document);
        var leftOut = all.Select(step => (Step: step, Why: WhyLeftOut(step))).Where(pair => pair.Why is not null).ToDictionary(pair => pair.Step.Step!, pair => new LeftOutStep(pair.Step.Step!, Line(pair.Step.Action), pair.Why!.Id, pair.Why.Words), StringComparer.Ordinal);
        var counted = all.FindAll(step => !leftOut.ContainsKey(step.Step!));
        var warnings = new List<string>();
        var counts = StageSteps.Count(document, [.. all.Select(step => step.Step!)], leftOut.ContainsKey, warnings);
        var effort = counts.ByStage.ToDictionary(pair => pair.Key, pair => Effort.OfSteps(pair.Value));
        var path = stages is null ? StagePaths.None : StagePaths.Of(stages, effort);
        List<ScheduledStage> scheduled = [.. (stages?.Stages ?? []).Select(stage => new ScheduledStage(
            stage.Number, stage.Title, stage.DependsOn, counts.ByStage.GetValueOrDefault(stage.Number), effort.GetValueOrDefault(stage.Number), path.Groups[stage.Number], path.Critical.Contains(stage.Number)))];
        if (counts.InNoStage > 0)
        {
            scheduled.Add(new ScheduledStage(null, stages is null ? "the whole plan" : "steps of no stage", [], counts.InNoStage, Effort.OfSteps(counts.InNoStage), 0, IsCritical: false));
        }

        return new Schedule
        {
            TaskKey = document.TaskKey ?? "",
            Title = Line(document.Title) is { Length: > 0 } title ? title : document.TaskKey ?? "",
            Steps = scheduled.Sum(stage => stage.Steps),
            Effort = scheduled.Select(stage => stage.Effort).Aggregate(default(Effort), Effort.Add),
            CriticalPath = path.Critical,
            CriticalEffort = path.Critical.Select(stage => effort.GetValueOrDefault(stage)).Aggregate(default(Effort), Effort.Add),
            Stages = scheduled,
            Groups = [.. path.Groups.GroupBy(pair => pair.Value).OrderBy(group => group.Key).Select(group => new ScheduledGroup(group.Key, [.. group.Select(pair => pair.Key).Order()], group.Select(pair => effort.GetValueOrDefault(pair.Key)).MaxBy(one => one.HighMinutes)))],
            Tickets = Tickets(counted, scheduled.Sum(stage => stage.Steps)),
            LeftOut = [.. all.Where(step => leftOut.ContainsKey(step.Step!)).Select(step => leftOut[step.Step!])],
            Warnings = warnings,
        };
    }

    private static List<SchedulePlanDocument.StepPart> Steps(SchedulePlanDocument document) =>
    [
        .. (document.Plan?.Steps ?? []).OfType<SchedulePlanDocument.StepPart>()
            .Select((step, index) => step with { Step = string.IsNullOrWhiteSpace(step.Step) ? (index + 1).ToString(CultureInfo.InvariantCulture) : step.Step.Trim() })
            .DistinctBy(step => step.Step, StringComparer.Ordinal),
    ];

    // What touches a file or runs a command is work, whatever words it uses.
    private static AuthorityFinding? WhyLeftOut(SchedulePlanDocument.StepPart step) =>
        step.Files is { Count: > 0 } || !string.IsNullOrWhiteSpace(step.Command) ? null
        : AuthorityRule.InEstimate(step.Action ?? "", isEstimate: true).FirstOrDefault(found => found.Id == "BRF-040");

    private static List<ScheduledTicket> Tickets(List<SchedulePlanDocument.StepPart> counted, int steps)
    {
        var tickets = counted.GroupBy(step => step.TicketIds is { Count: > 0 } ids ? string.Join(", ", ids.Select(Line)) : "no ticket", StringComparer.Ordinal)
            .Select(group => new ScheduledTicket(group.Key, group.Count(), Effort.OfSteps(group.Count()))).OrderBy(ticket => ticket.Ticket, StringComparer.Ordinal).ToList();
        if (steps - counted.Count is > 0 and var unnamed)
        {
            tickets.Add(new ScheduledTicket("named only in the stage map", unnamed, Effort.OfSteps(unnamed)));
        }

        return tickets;
    }

    private static string Line(string? text) => SafeText.OneLine(text ?? "", LongestText);
}
