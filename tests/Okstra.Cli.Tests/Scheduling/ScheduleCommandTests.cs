using Okstra.Cli.Tests.Phases;
using Okstra.Core.Briefs;
using Okstra.Core.Validation;

namespace Okstra.Cli.Tests.Scheduling;

/// <summary><c>okstra schedule</c>: effort and order of a plan, under the authority rule.</summary>
public sealed class ScheduleCommandTests
{
    private const string Data = """
        { "schemaVersion": 1, "taskKey": "shop:g:t-1", "taskType": "implementation-planning", "title": "Totals | right",
          "plan": {
            "steps": [ { "step": "1", "action": "Write the failing test", "files": ["t.py"], "ticketIds": ["DEV-1"] }, { "step": "2", "action": "Add the prices up", "files": ["cart.py"], "ticketIds": ["DEV-1"] },
                       { "step": "3", "action": "Ask for sign-off by Grace on 2026-03-01" }, { "step": "4", "action": "Round", "files": ["cart.py"], "ticketIds": ["DEV-2"] } ],
            "stages": [ { "stage": 1, "title": "Totals", "dependsOn": [], "steps": ["1", "2"] }, { "stage": 2, "title": "Rounding", "dependsOn": [1], "steps": ["3", "4"] } ] } }
        """;

    [Fact]
    [Trait("Req", "R-PHS-120")]
    [Trait("Req", "R-CLI-097")]
    public async Task A_plan_becomes_a_schedule_of_engineering_effort_and_nothing_else()
    {
        using var planned = await PlannedAsync();

        var ending = await planned.DoAsync("schedule", "g/t-1");
        var json = PlannedProject.Data(await planned.DoAsync("schedule", planned.Plan, "--json"));

        Assert.True(ending.ExitCode == 0, ending.Error);
        var outline = MarkdownOutline.Parse(ending.Output);
        Assert.Equal(["Schedule: Totals | right", "Stages", "Order of work", "Effort by ticket", "Left out", "Scope", "Assumptions", "Notes"], outline.Headings.Select(heading => heading.Text.Replace("\\", "", StringComparison.Ordinal)));
        Assert.StartsWith("---\nid: [\"t-1\", \"shop\", \"g\"]\n", ending.Output, StringComparison.Ordinal);
        Assert.Contains("tags: [\"obsidian\", \"okstra\", \"schedule\"]\n", ending.Output, StringComparison.Ordinal);
        Assert.Contains("- Plan approved: yes\n- Effort: 6 to 15 minutes for 3 step(s)\n- Critical path: stage 1 → 2, 6 to 15 minutes\n", ending.Output, StringComparison.Ordinal);
        Assert.Equal(["1", "Totals", "", "2", "4 to 10 minutes", "yes"], outline.Rows(outline.Find("Stages")!)[1]);
        Assert.Equal(["DEV-2", "1", "2 to 5 minutes"], outline.Rows(outline.Find("Effort by ticket")!)[2]);
        Assert.Contains("- Step 3: Ask for sign-off", ending.Output, StringComparison.Ordinal);
        foreach (var part in (string[])["Stages", "Order of work", "Effort by ticket"])
        {
            Assert.All(outline.Body(outline.Find(part)!), line => Assert.Empty(AuthorityRule.InEstimate(line, isEstimate: true)));
        }

        Assert.Equal(15, json.GetProperty("schedule").GetProperty("effort").GetProperty("highMinutes").GetInt32());
        Assert.Equal([1, 2], json.GetProperty("schedule").GetProperty("criticalPath").EnumerateArray().Select(stage => stage.GetInt32()));
        Assert.True(json.GetProperty("approved").GetBoolean());
    }

    [Theory]
    [InlineData("BRF-040", "Notes=two weeks of approvals on top")]
    [InlineData("BRF-041", "Notes=ready on 2026-03-01")]
    [InlineData("BRF-042", "assumptions=Ada does stage 2")]
    [InlineData("valid: Scope, Assumptions, Notes", "Costs=none")]
    [InlineData("write --set", "x")]
    public async Task Words_against_the_rule_are_refused_and_nothing_is_written(string said, string set)
    {
        using var planned = await PlannedAsync();

        var ending = await planned.DoAsync("schedule", "g/t-1", "--out", "plan.md", "--set", set);

        Assert.Equal((1, ""), (ending.ExitCode, ending.Output));
        Assert.Contains(said, ending.Error, StringComparison.Ordinal);
        Assert.Contains("\nhint: ", ending.Error, StringComparison.Ordinal);
        Assert.False(File.Exists(Path.Combine(planned.Project.Root, "plan.md")));
    }

    [Fact]
    public async Task A_file_is_written_once_with_the_users_words()
    {
        using var planned = await PlannedAsync();
        var file = Path.Combine(planned.Project.Root, "out", "plan.md");

        var first = await planned.DoAsync("schedule", "g/t-1", "--out", "out/plan.md", "--set", "Notes=Tests are fast.");
        var before = await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken);
        var second = await planned.DoAsync("schedule", "g/t-1", "--out", "out/plan.md");

        Assert.Equal((0, $"written: {file}\neffort: 6 to 15 minutes; critical path: 6 to 15 minutes\n"), (first.ExitCode, first.Output));
        Assert.EndsWith("## Notes\n\nTests are fast.\n", before, StringComparison.Ordinal);
        Assert.Equal(1, second.ExitCode);
        Assert.Contains("exists already", second.Error, StringComparison.Ordinal);
        Assert.Equal(before, await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Without_a_plan_there_is_no_schedule()
    {
        using var planned = await PlannedAsync();
        async Task RefusedAsync(string said, string target)
        {
            var ending = await planned.DoAsync("schedule", target);
            Assert.Equal((1, ""), (ending.ExitCode, ending.Output));
            Assert.Contains(said, ending.Error, StringComparison.Ordinal);
        }

        await RefusedAsync("there is no task 'shop:g:t-9'", "g/t-9");
        var other = Path.Combine(planned.Project.Root, "other.md");
        await File.WriteAllTextAsync(Path.ChangeExtension(other, ".data.json"), """{ "schemaVersion": 1, "taskType": "error-analysis" }""", TestContext.Current.CancellationToken);
        await RefusedAsync("is a report of 'error-analysis'", other);
        await File.WriteAllTextAsync(Path.ChangeExtension(other, ".data.json"), """{ "schemaVersion": 1, "taskType": "implementation-planning" }""", TestContext.Current.CancellationToken);
        await RefusedAsync("has neither steps nor stages", other);
        File.Delete(Path.ChangeExtension(planned.Plan, ".data.json"));
        await RefusedAsync("has no planning report", "g/t-1");
    }

    private static async Task<PlannedProject> PlannedAsync()
    {
        var planned = await PlannedProject.CreateAsync();
        await File.WriteAllTextAsync(Path.ChangeExtension(planned.Plan, ".data.json"), Data);
        return planned;
    }
}
