using System.Text.Json;
using Okstra.Cli.Tests.Support;

namespace Okstra.Cli.Tests.Running;

/// <summary>What <c>okstra run</c> prints and leaves.</summary>
public sealed class RunAnswerTests
{
    [Fact]
    public async Task Run_json_prints_one_object_with_every_member_and_nothing_else()
    {
        using var project = SampleProject.Committed();

        var ending = await project.Okstra.RunAsync(project.Run("--workers", "auditor", "--yes", "--json"));

        Assert.True(ending.ExitCode == 0, ending.Error);
        using var answer = JsonDocument.Parse(ending.Output);
        Assert.Equal(["schemaVersion", "data"], answer.RootElement.EnumerateObject().Select(member => member.Name));
        var data = answer.RootElement.GetProperty("data");
        Assert.Equal(
            ["taskKey", "taskType", "seq", "runDir", "baseCommit", "report", "workers", "classifications", "validation", "status", "statusReason"],
            data.EnumerateObject().Select(member => member.Name));
        Assert.True(data.GetProperty("validation").GetProperty("ok").GetBoolean());
        Assert.Equal(["full-consensus", "partial-consensus", "worker-unique", "contested", "withdrawn"], data.GetProperty("classifications").EnumerateObject().Select(member => member.Name));
        Assert.All(data.GetProperty("report").EnumerateObject(), member => Assert.True(File.Exists(member.Value.GetString())));
        Assert.All(data.GetProperty("workers").EnumerateArray(), worker => Assert.Equal(["id", "status", "reason"], worker.EnumerateObject().Select(member => member.Name)));
        Assert.Equal(40, data.GetProperty("baseCommit").GetString()!.Length);
        Assert.True(Directory.Exists(data.GetProperty("runDir").GetString()));
    }

    [Fact]
    public async Task Report_data_gives_every_finding_its_class_authors_and_checked_evidence()
    {
        using var project = SampleProject.Committed();

        var ending = await project.Okstra.RunAsync(project.Run("--workers", "auditor", "--json"));

        using var answer = JsonDocument.Parse(ending.Output);
        using var report = JsonDocument.Parse(File.ReadAllText(answer.RootElement.GetProperty("data").GetProperty("report").GetProperty("data").GetString()!));
        var first = report.RootElement.GetProperty("findings")[0];
        Assert.Equal("shop/cart.py", first.GetProperty("evidence")[0].GetProperty("path").GetString());
        foreach (var member in new[] { "id", "title", "classification", "authors" })
        {
            Assert.True(first.TryGetProperty(member, out _), member);
        }

        foreach (var member in new[] { "kind", "path", "startLine", "endLine", "check" })
        {
            Assert.True(first.GetProperty("evidence")[0].TryGetProperty(member, out _), member);
        }
    }

    [Fact]
    public async Task A_run_leaves_the_users_checkout_as_it_was()
    {
        using var project = SampleProject.Committed();
        var repository = new Okstra.Testing.TestRepository(project.Root);
        File.WriteAllText(Path.Combine(project.Root, "untracked.txt"), "mine");

        var ending = await project.Okstra.RunAsync(project.Run("--workers", "auditor"));

        Assert.True(ending.ExitCode == 0, ending.Error);
        Assert.Contains("1 uncommitted file", ending.Error, StringComparison.Ordinal);
        Assert.Equal("?? untracked.txt", repository.Git("status", "--porcelain").Trim());

        // Its own worktree and branch are all a task leaves in git.
        Assert.Equal(2, repository.Git("worktree", "list").Trim().Split('\n').Length);
        Assert.Equal("* main\n+ task-bug\n", repository.Git("branch", "--all"));
    }

    [Fact]
    public async Task Without_agents_the_default_roster_falls_back_to_the_auditors()
    {
        using var project = SampleProject.Committed();
        project.Okstra.Environment["PATH"] = "/usr/bin:/bin";

        var ending = await project.Okstra.RunAsync(project.Run("--json"));

        Assert.True(ending.ExitCode == 0, ending.Error);
        using var answer = JsonDocument.Parse(ending.Output);
        Assert.Equal(["auditor-trace", "auditor-history", "auditor-checks"], answer.RootElement.GetProperty("data").GetProperty("workers").EnumerateArray().Select(worker => worker.GetProperty("id").GetString()));
    }

    [Fact]
    [Trait("Req", "R-CLI-037")]
    [Trait("Req", "R-CLI-038")]
    public async Task Render_bundle_prints_the_labels_and_the_lead_prompt_and_starts_nobody()
    {
        using var project = SampleProject.Committed();

        var ending = await project.Okstra.RunAsync("render-bundle", "--task-type", "error-analysis", "--brief", project.Brief, "--workers", "auditor");

        Assert.True(ending.ExitCode == 0, ending.Error);
        var lines = ending.Output.Split('\n');
        Assert.StartsWith("okstra task root: ", lines[0], StringComparison.Ordinal);
        Assert.StartsWith("okstra instruction-set: ", lines[1], StringComparison.Ordinal);
        var instructionSet = lines[1]["okstra instruction-set: ".Length..];
        Assert.Contains((File.ReadAllText(Path.Combine(instructionSet, "claude-execution-prompt.md"))).Trim(), ending.Output, StringComparison.Ordinal);
        Assert.Empty(Directory.EnumerateFiles(project.StateRoot, "journal-*", SearchOption.AllDirectories));
    }

    [Fact]
    [Trait("Req", "R-CLI-001")]
    public async Task Help_anywhere_prints_usage_and_runs_nothing()
    {
        using var project = SampleProject.Committed();

        foreach (var help in (string[])["--help", "-h"])
        {
            var ending = await project.Okstra.RunAsync(project.Run("--workers", "auditor", help, "--yes"));

            Assert.Equal((0, ""), (ending.ExitCode, ending.Error));
            Assert.Contains("--task-type", ending.Output, StringComparison.Ordinal);
        }

        Assert.False(Directory.Exists(project.StateRoot));
    }

    [Fact]
    public async Task Status_show_and_validate_run_speak_from_what_a_run_left()
    {
        using var project = SampleProject.Committed();
        await project.Okstra.RunAsync(project.Run("--workers", "auditor", "--task-group", "g", "--task-id", "t-1"));

        var status = await project.Okstra.RunAsync("status", "--json");
        var show = await project.Okstra.RunAsync("show", "g/t-1", "--json");
        var validation = await project.Okstra.RunAsync("validate-run", "g/t-1", "--json");
        var report = await project.Okstra.RunAsync("report", "open", "g/t-1", "--print");

        Assert.Equal("completed", JsonDocument.Parse(status.Output).RootElement.GetProperty("data").GetProperty("tasks")[0].GetProperty("runStatus").GetString());
        Assert.Equal("completed", JsonDocument.Parse(show.Output).RootElement.GetProperty("data").GetProperty("runs")[0].GetProperty("status").GetString());
        Assert.Equal(0, validation.ExitCode);
        Assert.True(JsonDocument.Parse(validation.Output).RootElement.GetProperty("data").GetProperty("ok").GetBoolean());
        Assert.True(File.Exists(report.Output.Trim()));
    }

    [Fact]
    public async Task Validate_run_names_an_orphaned_finding()
    {
        using var project = SampleProject.Committed();
        await project.Okstra.RunAsync(project.Run("--workers", "auditor", "--task-group", "g", "--task-id", "t-1"));
        var data = Directory.GetFiles(project.StateRoot, "final-report-*.data.json", SearchOption.AllDirectories).Single();
        File.WriteAllText(data, (File.ReadAllText(data)).Replace("\"F-001\"", "\"F-999\"", StringComparison.Ordinal));

        var validation = await project.Okstra.RunAsync("validate-run", "g/t-1");

        Assert.Equal(1, validation.ExitCode);
        Assert.Contains("F-999", validation.Output, StringComparison.Ordinal);
    }
}
