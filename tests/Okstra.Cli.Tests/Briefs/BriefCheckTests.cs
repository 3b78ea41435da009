using System.Text.Json;
using Okstra.Cli.Tests.HandingOff;
using Okstra.Cli.Tests.Support;

namespace Okstra.Cli.Tests.Briefs;

/// <summary><c>okstra brief check</c> over real files and reports.</summary>
public sealed class BriefCheckTests
{
    [Fact]
    public async Task A_good_brief_is_ok_and_says_as_what()
    {
        using var project = SampleProject.Committed();
        var brief = project.Write("shop/good.md", "# Totals\n\n## Symptom\n\nSee `shop/cart.py:4` and [readme](README.md).\n\n## Error output\n\nnone\n");

        var ending = await project.Okstra.RunAsync("brief", "check", "good.md");

        Assert.Equal((0, "good.md: ok as error-analysis, 0 error(s), 0 warning(s)\n"), (ending.ExitCode, ending.Output));
        Assert.True(File.Exists(brief));
        Assert.False(Directory.Exists(project.StateRoot));
    }

    [Fact]
    public async Task Every_issue_has_place_rule_message_and_hint()
    {
        using var project = SampleProject.Committed();
        project.Write("shop/bad.md", "---\ntaskTyp: x\n---\n# Totals\n\n## Background\n\nSee `shop/crat.py`, `cart.py:40` and {{TASK_ID}}.\nThe plan is approved.\n");

        var ending = await project.Okstra.RunAsync("brief", "check", "bad.md", "--task-type", "error-analysis");

        Assert.Equal(1, ending.ExitCode);
        Assert.Equal(
            [
                "bad.md:1:1 BRF-010 error: the section '## Symptom' is missing, which error-analysis cannot do without",
                "bad.md:1:1 BRF-014 warning: no material under '## Error output'",
                "bad.md:2:1 BRF-006 warning: the frontmatter key 'taskTyp' means nothing to okstra",
                "bad.md:8:6 BRF-020 error: 'shop/crat.py' is not in the repository",
                "bad.md:8:22 BRF-021 error: 'cart.py' has 5 lines, so there is no line 40",
                "bad.md:8:38 BRF-004 error: the token '{{TASK_ID}}' is still unfilled",
                "bad.md:9:5 BRF-044 error: a brief approves nothing; only the plan's own approval counts",
                "bad.md: not ready as error-analysis, 5 error(s), 2 warning(s)",
            ],
            Lines(ending).Where(line => !line.StartsWith("  hint: ", StringComparison.Ordinal)));
        Assert.Equal(7, Lines(ending).Count(line => line.StartsWith("  hint: ", StringComparison.Ordinal)));
        Assert.Equal("", ending.Error);
    }

    [Theory]
    [InlineData("empty", "BRF-001")]
    [InlineData("binary", "BRF-002")]
    [InlineData("huge", "BRF-003")]
    public async Task A_file_that_is_no_text_is_one_issue(string kind, string id)
    {
        using var project = SampleProject.Committed();
        var path = Path.Combine(project.TempPath, "x.md");
        await File.WriteAllBytesAsync(path, kind switch { "empty" => [0xEF, 0xBB, 0xBF], "binary" => [65, 0, 65], _ => new byte[2 << 20] }, TestContext.Current.CancellationToken);

        var ending = await project.Okstra.RunAsync("brief", "check", path, "--json");

        Assert.Equal(1, ending.ExitCode);
        Assert.Equal(id, Assert.Single(Data(ending).GetProperty("issues").EnumerateArray()).GetProperty("id").GetString());
    }

    [Fact]
    public async Task A_report_of_another_task_is_named_and_the_right_one_passes()
    {
        using var staged = new StagedProject();
        var root = staged.Repository.Folder;
        string Report(string task)
        {
            var folder = Directory.CreateDirectory(Path.Combine(root, ".okstra", "tasks", "g", task, "runs", "implementation", "stage-1", "reports")).FullName;
            File.WriteAllText(Path.Combine(root, ".okstra", "tasks", "g", task, "task-manifest.json"), $$"""{ "schemaVersion": 1, "taskKey": "shop:g:{{task}}", "projectId": "shop" }""");
            var path = Path.Combine(folder, "final-report-implementation-001.md");
            File.WriteAllText(path, "# r\n");
            return Path.GetRelativePath(root, path);
        }

        var (own, foreign) = (Report("t-1"), Report("t-2"));
        string Brief(params string[] reports)
        {
            var path = Path.Combine(root, "verify.md");
            File.WriteAllText(path, $"# Verify\n\n## Source Implementation Report\n\n{string.Concat(reports.Select(report => $"- `{report}`\n"))}\n## Verification target\n\n- Scope: whole-task\n\n## Requirements to cover\n\nall\n");
            return path;
        }

        var good = await staged.Okstra.RunAsync("brief", "check", Brief(own), "--task-key", "shop:g:t-1", "--json");
        var bad = await staged.Okstra.RunAsync("brief", "check", Brief(own, foreign, "runs/none.md"), "--task-key", "shop:g:t-1", "--json");
        var unnamed = await staged.Okstra.RunAsync("brief", "check", Brief(own, foreign), "--json");

        Assert.True(good.ExitCode == 0, good.Output);
        Assert.Equal("final-verification", Data(good).GetProperty("type").GetString());
        Assert.Equal([("BRF-031", 6), ("BRF-030", 7)], Data(bad).GetProperty("issues").EnumerateArray().Select(issue => (issue.GetProperty("id").GetString(), issue.GetProperty("line").GetInt32())));
        Assert.Equal([("BRF-031", 6)], Data(unnamed).GetProperty("issues").EnumerateArray().Select(issue => (issue.GetProperty("id").GetString(), issue.GetProperty("line").GetInt32())));
    }

    [Theory]
    [InlineData("PrepareError: unknown type of brief 'bugs'", "good.md", "--type", "bugs")]
    [InlineData("PrepareError: the brief '", "gone.md")]
    [InlineData("PrepareError: 'x' is not a task key", "good.md", "--task-key", "x")]
    public async Task What_cannot_be_checked_at_all_is_refused(string said, params string[] arguments)
    {
        using var project = SampleProject.Committed();
        project.Write("shop/good.md", "# T\n");

        var ending = await project.Okstra.RunAsync(["brief", "check", .. arguments]);

        Assert.Equal((1, ""), (ending.ExitCode, ending.Output));
        Assert.StartsWith(said, ending.Error, StringComparison.Ordinal);
        Assert.Contains("\nhint: ", ending.Error, StringComparison.Ordinal);
    }

    private static string[] Lines(OkstraEnding ending) => ending.Output.TrimEnd('\n').Split('\n');

    private static JsonElement Data(OkstraEnding ending)
    {
        using var document = JsonDocument.Parse(ending.Output);
        return document.RootElement.GetProperty("data").Clone();
    }
}
