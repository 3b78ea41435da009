using System.Text;
using System.Text.Json.Nodes;
using Okstra.Cli.Tests.HandingOff;
using Okstra.Cli.Tests.Support;

namespace Okstra.Cli.Tests.Approving;

/// <summary>Approving a plan through the real process; <c>handoff eligible</c> stands for every gate.</summary>
public sealed class ApproveTests
{
    private const string Unapproved = "---\ntaskKey: shop:g:t-1\nmine: \"kept\"\napproved: false\n---\n\n# Plan\n\n## User Approval Request\n\n- [ ] Approved\n\n## 4.5.4 Stepwise Execution Order\n\n| 1 | add \\| sum |\n\n## 7. Follow-up Tasks\n\n- none\n";

    [Fact]
    public async Task Approving_marks_the_report_and_opens_the_gate()
    {
        using var project = Project(Unapproved);
        Refused(await project.EligibleAsync(), "is not approved");

        var ending = await project.Okstra.RunAsync("approve", project.Plan, "--json");

        Assert.True(ending.ExitCode == 0, ending.Error);
        var answer = JsonNode.Parse(ending.Output)!["data"]!;
        Assert.False((bool)answer["alreadyApproved"]!);
        Assert.Equal("shop:g:t-1", (string)answer["taskKey"]!);
        var at = (string)answer["at"]!;
        Assert.Equal(
            Unapproved.Replace("approved: false", "approved: true", StringComparison.Ordinal).Replace("- [ ] Approved\n", $"- [x] Approved\n- 승인 일시 (CLI ack): {at} — recorded by `okstra --approve`\n", StringComparison.Ordinal),
            await File.ReadAllTextAsync(project.Plan, TestContext.Current.CancellationToken));
        await AcceptedAsync(project);

        var marked = await File.ReadAllTextAsync(project.Plan, TestContext.Current.CancellationToken);
        var again = await project.Okstra.RunAsync("approve", project.Plan, "--json");
        Assert.True((bool)JsonNode.Parse(again.Output)!["data"]!["alreadyApproved"]!);
        var audits = (await File.ReadAllTextAsync(project.Plan, TestContext.Current.CancellationToken)).Split('\n');
        Assert.Equal(marked.Split('\n').Distinct(), audits.Where(line => !line.Contains("승인 일시", StringComparison.Ordinal) || line.Contains(at, StringComparison.Ordinal)).Distinct());
        Assert.Equal(2, audits.Count(line => line.Contains("승인 일시", StringComparison.Ordinal)));
        await AcceptedAsync(project);
    }

    [Fact]
    public async Task Bytes_nobody_changed_stay()
    {
        var text = "\uFEFF" + Unapproved.Replace("\n", "\r\n", StringComparison.Ordinal).Replace("- none", "- none\t ", StringComparison.Ordinal);
        using var project = Project(text);

        Assert.Equal(0, (await project.Okstra.RunAsync("approve", project.Plan)).ExitCode);

        var now = Encoding.UTF8.GetString(await File.ReadAllBytesAsync(project.Plan, TestContext.Current.CancellationToken));
        Assert.StartsWith("\uFEFF---\r\n", now, StringComparison.Ordinal);
        var kept = string.Join('\n', now.Split('\n').Where(line => !line.Contains("승인 일시", StringComparison.Ordinal)));
        Assert.Equal(text, kept.Replace("approved: true", "approved: false", StringComparison.Ordinal).Replace("- [x] Approved", "- [ ] Approved", StringComparison.Ordinal));
        await AcceptedAsync(project);
    }

    [Fact]
    [Trait("Req", "R-PHS-040")]
    public async Task A_plan_with_a_blocking_question_is_approved_only_after_it_was_answered_whoever_sets_the_mark()
    {
        const string question = "\n### 4.5.9 Open Questions\n\n| OQ-001 | t-1 | Which rounding? | yes | a mode | open |\n";
        using var project = Project(Unapproved + question);
        var data = Path.ChangeExtension(project.Plan, ".data.json");
        Edit(data, "\"stages\"", """
            "review": [{ "rule": "PLN-040", "place": "4.5.4 step 1", "message": "as needed", "blocking": false }, { "rule": "PLN-042", "place": "4.5.9 OQ-001", "message": "it blocks", "blocking": true }], "stages"
            """.Trim());

        var refused = await project.Okstra.RunAsync("approve", project.Plan);
        Assert.Equal((1, ""), (refused.ExitCode, refused.Output));
        Assert.Contains("PrepareError: the plan", refused.Error, StringComparison.Ordinal);
        Assert.Contains("PLN-042 4.5.9 OQ-001: it blocks", refused.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("PLN-040", refused.Error, StringComparison.Ordinal);
        Edit(project.Plan, "- [ ] Approved", "- [x] Approved");
        Refused(await project.EligibleAsync(), "PLN-042");

        Edit(project.Plan, "| a mode | open |", "| half-even | answered |");
        await AcceptedAsync(project);
        Assert.Equal(0, (await project.Okstra.RunAsync("approve", project.Plan)).ExitCode);
    }

    [Theory]
    [InlineData("add \\| sum", "drop everything", "4.5.4 Stepwise Execution Order")]
    [InlineData("mine: \"kept\"", "mine: \"other\"", "frontmatter")]
    public async Task Editing_an_approved_plan_opens_the_gate_again_until_it_is_approved_anew(string from, string to, string section)
    {
        using var project = Project(Unapproved);
        Assert.Equal(0, (await project.Okstra.RunAsync("approve", project.Plan)).ExitCode);
        Edit(project.Plan, from, to);

        var refused = await project.EligibleAsync();

        Refused(refused, $"'{section}'");
        Refused(refused, "was edited after its approval");
        Assert.Equal(0, (await project.Okstra.RunAsync("approve", project.Plan)).ExitCode);
        await AcceptedAsync(project);
    }

    [Fact]
    public async Task Editing_the_stages_of_the_data_document_opens_the_gate_too()
    {
        using var project = Project(Unapproved);
        Assert.Equal(0, (await project.Okstra.RunAsync("approve", project.Plan)).ExitCode);
        Edit(Path.ChangeExtension(project.Plan, ".data.json"), "Part 1", "Part one");

        Refused(await project.EligibleAsync(), "'data: plan.stages'");
    }

    [Theory]
    [InlineData("- [ ] Approved", "- [x] Approved")]
    [InlineData("approved: false", "approved: true")]
    [InlineData("- [ ] Approved", "User Approval: granted")]
    public async Task An_approval_by_hand_is_bound_at_the_first_gate_without_touching_the_report(string from, string to)
    {
        using var project = Project(Unapproved);
        Edit(project.Plan, from, to);
        var text = await File.ReadAllTextAsync(project.Plan, TestContext.Current.CancellationToken);

        await AcceptedAsync(project);

        Assert.Equal(text, await File.ReadAllTextAsync(project.Plan, TestContext.Current.CancellationToken));
        Edit(project.Plan, "- none", "- one more");
        Refused(await project.EligibleAsync(), "'7. Follow-up Tasks'");
    }

    [Theory]
    [InlineData("LGTM")]
    [InlineData("go ahead")]
    [InlineData("승인합니다")]
    public async Task Informal_words_approve_nothing_and_the_forms_are_listed(string words)
    {
        using var project = Project(Unapproved);
        await File.AppendAllTextAsync(project.Plan, $"\n{words}\n", TestContext.Current.CancellationToken);

        var refused = await project.EligibleAsync();

        Refused(refused, $"'{words}'");
        Refused(refused, "- [x] Approved");
        Refused(refused, "approved: true");
    }

    [Fact]
    public async Task A_report_with_no_place_for_an_approval_is_refused_and_not_touched()
    {
        using var project = Project("# Plan\n\nDo it.\n");

        var refused = await project.Okstra.RunAsync("approve", project.Plan);

        Refused(refused, "nothing to mark");
        Assert.Equal("# Plan\n\nDo it.\n", await File.ReadAllTextAsync(project.Plan, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Bytes_that_are_no_text_are_refused_and_not_touched()
    {
        using var project = Project(Unapproved);
        byte[] bytes = [.. Encoding.UTF8.GetBytes("- [ ] Approved\n"), 0xff, 0xfe, (byte)'\n'];
        await File.WriteAllBytesAsync(project.Plan, bytes, TestContext.Current.CancellationToken);

        Refused(await project.Okstra.RunAsync("approve", project.Plan), "not UTF-8");
        Assert.Equal(bytes, await File.ReadAllBytesAsync(project.Plan, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Killed_at_any_write_nothing_is_half_approved_and_the_next_call_approves()
    {
        for (var write = 1; write <= 2; write++)
        {
            foreach (var side in (string[])["before", "after"])
            {
                using var project = Project(Unapproved);
                var killed = new OkstraProcess(project.Home, project.Repository.Folder);
                killed.Environment["OKSTRA_TEST_FAULT"] = $"kill:{write}:{side}";
                Assert.Equal(137, (await killed.RunAsync("approve", project.Plan)).ExitCode);
                var marked = write == 2 && side == "after";
                Assert.Equal(marked ? 0 : 1, (await project.EligibleAsync()).ExitCode);

                Assert.Equal(0, (await project.Okstra.RunAsync("approve", project.Plan)).ExitCode);
                await AcceptedAsync(project);
            }
        }
    }

    private static StagedProject Project(string plan)
    {
        var project = new StagedProject().Planned(1);
        File.WriteAllText(project.Plan, plan, new UTF8Encoding(false));
        return project;
    }

    private static void Edit(string path, string from, string to)
    {
        var text = File.ReadAllText(path);
        Assert.Contains(from, text, StringComparison.Ordinal);
        File.WriteAllText(path, text.Replace(from, to, StringComparison.Ordinal));
    }

    private static void Refused(OkstraEnding ending, string why)
    {
        Assert.Equal(1, ending.ExitCode);
        Assert.Contains(why, ending.Output + ending.Error, StringComparison.Ordinal);
    }

    private static async Task AcceptedAsync(StagedProject project)
    {
        var ending = await project.EligibleAsync();
        Assert.True(ending.ExitCode == 0, ending.Output + ending.Error);
    }
}
