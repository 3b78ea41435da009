using Okstra.Core.Scheduling;
using Okstra.Core.Stages;

namespace Okstra.Core.Tests.Scheduling;

/// <summary>Effort from steps, and nothing but effort.</summary>
public sealed class ScheduleComposerTests
{
    [Fact]
    public void Stages_sum_to_the_whole_and_the_longest_chain_is_critical()
    {
        var schedule = Compose([Stage(1, [], "1", "2"), Stage(2, [], "3-6"), Stage(3, [1, 2], "7. Join them"), Stage(4, [1], "8")], steps: 8);

        Assert.Equal((8, new Effort(16, 40)), (schedule.Steps, schedule.Effort));
        Assert.Equal([(1, 2, 1, false), (2, 4, 1, true), (3, 1, 2, true), (4, 1, 2, false)], schedule.Stages.Select(stage => (stage.Stage!.Value, stage.Steps, stage.Group, stage.IsCritical)));
        Assert.Equal([2, 3], schedule.CriticalPath);
        Assert.Equal(new Effort(10, 25), schedule.CriticalEffort);
        Assert.Equal(["1: 1,2 = 8 to 20 minutes", "2: 3,4 = 2 to 5 minutes"], schedule.Groups.Select(group => $"{group.Group}: {string.Join(',', group.Stages)} = {group.Effort}"));
        Assert.Empty(schedule.Warnings);
        Assert.Equal(schedule.Effort, schedule.Tickets.Select(ticket => ticket.Effort).Aggregate(Effort.Add));
    }

    [Fact]
    public void A_step_counts_once_and_what_no_stage_names_is_said()
    {
        var schedule = Compose([Stage(1, [], "1", "2"), Stage(2, [1], "2"), Stage(3, [])], steps: 3);

        Assert.Equal([(1, 2), (2, 0), (3, 0), ((int?)null, 1)], schedule.Stages.Select(stage => (stage.Stage, stage.Steps)));
        Assert.Equal(["step 2 stands in stage 1 and in stage 2; it counts in the first", "stage 3 names no steps, so nothing is known of its effort", "no stage names step 3"], schedule.Warnings);
        Assert.Equal(3, schedule.Steps);
    }

    [Fact]
    public void A_plan_without_stages_is_one_sequence()
    {
        var schedule = ScheduleComposer.Compose(Document([], 30), null);

        Assert.Equal((30, "60 to 150 minutes (1 to 2.5 hours)"), (schedule.Steps, schedule.Effort.ToString()));
        Assert.Equal((null, "the whole plan"), (Assert.Single(schedule.Stages).Stage, schedule.Stages[0].Title));
        Assert.Empty(schedule.CriticalPath);
    }

    [Fact]
    public void Permissions_and_waiting_are_no_work_but_code_about_permissions_is()
    {
        var document = Document([Stage(1, [], "1", "2", "3")], 0);
        document = document with
        {
            Plan = document.Plan! with
            {
                Steps =
                [
                    new() { Step = "1", Action = "Get legal review of the text", TicketIds = ["T-1"] },
                    new() { Step = "2", Action = "Check permissions before the write", Files = ["a.py"], TicketIds = ["T-1"] },
                    new() { Step = "3", Action = "Wait for the nightly export" },
                ],
            },
        };

        var schedule = ScheduleComposer.Compose(document, Plan([Stage(1, [], "1", "2", "3")]));

        Assert.Equal((1, new Effort(2, 5)), (schedule.Steps, schedule.Effort));
        Assert.Equal([("1", "BRF-040", "legal review"), ("3", "BRF-040", "Wait")], schedule.LeftOut.Select(step => (step.Step, step.Rule, step.Words)));
        Assert.Equal([new ScheduledTicket("T-1", 1, new Effort(2, 5))], schedule.Tickets);
    }

    private static Schedule Compose(IReadOnlyList<(int Number, int[] DependsOn, string[] Steps)> stages, int steps) => ScheduleComposer.Compose(Document(stages, steps), Plan(stages));

    private static (int Number, int[] DependsOn, string[] Steps) Stage(int number, int[] dependsOn, params string[] steps) => (number, dependsOn, steps);

    private static SchedulePlanDocument Document(IReadOnlyList<(int Number, int[] DependsOn, string[] Steps)> stages, int steps) => new()
    {
        TaskKey = "shop:g:t-1",
        TaskType = "implementation-planning",
        Plan = new SchedulePlanDocument.PlanPart
        {
            Steps = [.. Enumerable.Range(1, steps).Select(step => new SchedulePlanDocument.StepPart { Step = $"{step}", Action = $"do {step}", TicketIds = [step % 2 == 0 ? "T-2" : "T-1"] })],
            Stages = [.. stages.Select(stage => new SchedulePlanDocument.StagePart { Stage = stage.Number, Steps = stage.Steps })],
        },
    };

    private static StagePlan Plan(IReadOnlyList<(int Number, int[] DependsOn, string[] Steps)> stages) => StagePlan.Of(
        new StagePlanDocument
        {
            TaskKey = "shop:g:t-1",
            TaskType = "implementation-planning",
            Plan = new StagePlanDocument.PlanPart { Stages = [.. stages.Select(stage => new StagePlanDocument.StagePart { Stage = stage.Number, Title = $"Part {stage.Number}", DependsOn = stage.DependsOn })] },
        },
        "plan");
}
