using System.Text.Json;
using Okstra.Cli.Tests.Support;

namespace Okstra.Cli.Tests.Running;

/// <summary>Input and state faults: a clear error, exit 1, nothing half-written.</summary>
public sealed class BadInputTests
{
    [Theory]
    [InlineData("missing.md", "missing.md")]
    [InlineData("empty.md", "empty")]
    [InlineData("blank.md", "empty")]
    [InlineData("binary.md", "binary")]
    [InlineData("folder.md", "folder")]
    [InlineData("huge.md", "at most 1 MiB")]
    [Trait("Req", "R-CON-90")]
    public async Task A_brief_that_cannot_be_a_brief_is_refused_and_nothing_is_written(string name, string named)
    {
        using var project = SampleProject.Committed();
        var path = Path.Combine(project.TempPath, name);
        switch (name)
        {
            case "empty.md":
                File.WriteAllText(path, "");
                break;
            case "blank.md":
                File.WriteAllText(path, " \n\t\n");
                break;
            case "binary.md":
                File.WriteAllBytes(path, [1, 0, 2, 0, 3]);
                break;
            case "folder.md":
                Directory.CreateDirectory(path);
                break;
            case "huge.md":
                await using (var sparse = File.Create(path))
                {
                    sparse.SetLength(1L << 30);
                }

                break;
            default:
                break;
        }

        var ending = await project.Okstra.RunAsync("run", "--task-type", "error-analysis", "--brief", path, "--workers", "auditor");

        Assert.Equal(1, ending.ExitCode);
        Assert.StartsWith("PrepareError: ", ending.Error, StringComparison.Ordinal);
        Assert.Contains(named, ending.Error, StringComparison.Ordinal);
        Assert.Contains("\nhint: ", ending.Error, StringComparison.Ordinal);
        Assert.Equal("", ending.Output);
        Assert.False(Directory.Exists(Path.Combine(project.StateRoot, "tasks")));
    }

    [Fact]
    [Trait("Req", "R-CLI-015")]
    [Trait("Req", "R-CON-90")]
    public async Task An_unknown_task_type_is_refused_with_the_valid_ones()
    {
        using var project = SampleProject.Committed();

        var ending = await project.Okstra.RunAsync("run", "--task-type", "debugging", "--brief", project.Brief);

        Assert.Equal(1, ending.ExitCode);
        Assert.StartsWith("PrepareError: ", ending.Error, StringComparison.Ordinal);
        Assert.Contains("debugging", ending.Error, StringComparison.Ordinal);
        Assert.Contains("error-analysis", ending.Error, StringComparison.Ordinal);
        Assert.False(Directory.Exists(Path.Combine(project.StateRoot, "tasks")));
    }

    [Fact]
    public async Task A_missing_required_option_is_a_usage_error()
    {
        using var project = SampleProject.Committed();

        var ending = await project.Okstra.RunAsync("run", "--brief", project.Brief);

        Assert.Equal(64, ending.ExitCode);
        Assert.Contains("--task-type", ending.Error, StringComparison.Ordinal);
        Assert.Equal("", ending.Output);
    }

    [Fact]
    public async Task A_repository_without_commits_is_refused()
    {
        using var project = SampleProject.OutsideGit();
        new Okstra.Testing.TestRepository(project.Root).Git("init", "--quiet");

        var ending = await project.Okstra.RunAsync(project.Run("--workers", "auditor"));

        Assert.Equal(1, ending.ExitCode);
        Assert.Contains("commit", ending.Error, StringComparison.Ordinal);
        Assert.False(Directory.Exists(Path.Combine(project.StateRoot, "tasks")));
    }

    [Theory]
    [InlineData("{ not json", "project.json")]
    [InlineData("{ \"schemaVersion\": 99 }", "newer okstra")]
    public async Task Unreadable_state_is_named_and_never_overwritten(string content, string named)
    {
        using var project = SampleProject.Committed();
        Directory.CreateDirectory(project.StateRoot);
        var file = Path.Combine(project.StateRoot, "project.json");
        File.WriteAllText(file, content);

        var ending = await project.Okstra.RunAsync(project.Run("--workers", "auditor"));

        Assert.Equal(1, ending.ExitCode);
        Assert.Contains(named, ending.Error, StringComparison.Ordinal);
        Assert.Equal(content, File.ReadAllText(file));
    }

    [Fact]
    public async Task A_full_disk_is_a_clear_error_at_every_write_and_the_run_can_be_resumed()
    {
        for (var write = 1; write <= 12; write++)
        {
            using var project = SampleProject.Committed();
            var scenario = project.Write("scenario.json", Scenarios.ThreeWorkersTwoRounds);
            project.Okstra.Environment["OKSTRA_TEST_FAULT"] = $"fail:{write * 3}";

            var ending = await project.Okstra.RunAsync(project.Run("--workers", $"scripted:{scenario}"));

            Assert.True(ending.ExitCode == 1, $"write {write * 3}: {ending.ExitCode} {ending.Error}");
            Assert.Contains("no space left", ending.Error, StringComparison.Ordinal);
            Assert.DoesNotContain("   at ", ending.Error, StringComparison.Ordinal);
            project.Okstra.Environment.Remove("OKSTRA_TEST_FAULT");
            var again = await project.Okstra.RunAsync(project.Run("--workers", $"scripted:{scenario}"));
            Assert.True(again.ExitCode == 0, again.Error);
        }
    }

    [Fact]
    public async Task A_state_folder_that_cannot_be_made_is_a_clear_error()
    {
        using var project = SampleProject.Committed();
        File.WriteAllText(project.StateRoot, "a file where the folder should be");

        var ending = await project.Okstra.RunAsync(project.Run("--workers", "auditor"));

        Assert.Equal(1, ending.ExitCode);
        Assert.Contains(".okstra", ending.Error, StringComparison.Ordinal);
        Assert.Equal("a file where the folder should be", File.ReadAllText(project.StateRoot));
    }

    [Fact]
    public async Task Outside_git_a_run_works_and_says_so()
    {
        using var project = SampleProject.OutsideGit();

        var ending = await project.Okstra.RunAsync(project.Run("--workers", "auditor", "--json"));

        Assert.True(ending.ExitCode == 0, ending.Error);
        using var answer = JsonDocument.Parse(ending.Output);
        var data = answer.RootElement.GetProperty("data");
        Assert.Equal(JsonValueKind.Null, data.GetProperty("baseCommit").ValueKind);
        Assert.Contains("skipped-not-git", File.ReadAllText(data.GetProperty("report").GetProperty("markdown").GetString()!), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_unknown_worker_is_refused_with_the_valid_ones()
    {
        using var project = SampleProject.Committed();

        var ending = await project.Okstra.RunAsync(project.Run("--workers", "clod"));

        Assert.Equal(1, ending.ExitCode);
        Assert.Contains("clod", ending.Error, StringComparison.Ordinal);
        Assert.Contains("claude", ending.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Named_agents_that_are_all_missing_are_refused_with_a_way_out()
    {
        using var project = SampleProject.Committed();
        project.Okstra.Environment["PATH"] = "/usr/bin:/bin";

        var ending = await project.Okstra.RunAsync(project.Run("--workers", "claude,codex"));

        Assert.Equal(1, ending.ExitCode);
        Assert.Contains("--workers auditor", ending.Error, StringComparison.Ordinal);
    }
}
