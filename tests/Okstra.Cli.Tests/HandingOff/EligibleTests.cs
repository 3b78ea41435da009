using System.Text.Json.Nodes;

namespace Okstra.Cli.Tests.HandingOff;

public sealed class EligibleTests : IDisposable
{
    private readonly StagedProject _project = new();

    public void Dispose() => _project.Dispose();

    [Fact]
    [Trait("Req", "R-CLI-073")]
    [Trait("Req", "R-OPN-39")]
    [Trait("Req", "R-WT-60")]
    public async Task Every_stage_is_listed_with_what_it_lacks()
    {
        var one = _project.Accepted(1, _project.Base, [], ("a", "1\n"));
        _project.InPullRequest(1, "https://example.org/pr/7");
        var two = _project.Accepted(2, one, [1], ("a", "2\n"));
        _project.Planned(3, 2);
        _project.Started(3, two);
        _project.Planned(4, 3);

        var ending = await _project.EligibleAsync();

        Assert.True(ending.ExitCode == 0, ending.Error);
        var expected = JsonNode.Parse($$"""
            { "ok": true,
              "stages": [
                { "stage": 1, "eligible": false, "reasons": ["stage 1 is in the pull request https://example.org/pr/7 already"], "branch": "feat-t-1-stage-1", "headSha": "{{one}}", "dependsOn": [],
                  "verified": { "reportPath": "/r.md", "verdict": "accepted" }, "pr": { "branch": "b", "url": "https://example.org/pr/7" } },
                { "stage": 2, "eligible": true, "reasons": [], "branch": "feat-t-1-stage-2", "headSha": "{{two}}", "dependsOn": [1], "verified": { "reportPath": "/r.md", "verdict": "accepted" }, "pr": null },
                { "stage": 3, "eligible": false, "reasons": ["stage 3 is under way and not done"], "branch": "feat-t-1-stage-3", "headSha": null, "dependsOn": [2], "verified": null, "pr": null },
                { "stage": 4, "eligible": false, "reasons": ["stage 4 was not started", "stage 4 depends on stage 3, which is neither eligible nor in a pull request"], "branch": null, "headSha": null, "dependsOn": [3], "verified": null, "pr": null }
              ],
              "eligible": [2] }
            """)!;
        Assert.Equal(expected.ToJsonString(), StagedProject.Json(ending).ToJsonString());
    }

    [Fact]
    public async Task With_json_the_answer_is_wrapped_like_every_other()
    {
        _project.Planned(1);

        var answer = StagedProject.Json(await _project.EligibleAsync("--json"));

        Assert.Equal(1, (int)answer["schemaVersion"]!);
        Assert.Empty(answer["data"]!["eligible"]!.AsArray());
    }

    [Fact]
    public async Task A_plan_that_is_not_approved_is_refused_in_json_and_in_words()
    {
        _project.Planned(1);
        await File.WriteAllTextAsync(_project.Plan, "# Plan\n", TestContext.Current.CancellationToken);

        var ending = await _project.EligibleAsync();

        Assert.Equal(1, ending.ExitCode);
        Assert.False((bool)StagedProject.Json(ending)["ok"]!);
        Assert.Contains("is not approved", (string)StagedProject.Json(ending)["reasons"]![0]!, StringComparison.Ordinal);
        Assert.Contains("PrepareError: ", ending.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("nowhere", "does not exist")]
    [InlineData("shop", "is no run directory of a task")]
    public async Task A_folder_that_is_no_plan_run_root_is_refused(string folder, string because)
    {
        _project.Planned(1);

        var ending = await _project.Okstra.RunAsync("handoff", "eligible", "--plan-run-root", Path.Combine(_project.TempPath, folder), "--approved-plan", _project.Plan);

        Assert.Equal(1, ending.ExitCode);
        Assert.Contains(because, ending.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_plan_of_another_task_is_refused()
    {
        _project.Planned(1);
        var data = Path.ChangeExtension(_project.Plan, ".data.json");
        await File.WriteAllTextAsync(data, (await File.ReadAllTextAsync(data, TestContext.Current.CancellationToken)).Replace("shop:g:t-1", "shop:g:t-9", StringComparison.Ordinal), TestContext.Current.CancellationToken);

        var ending = await _project.EligibleAsync();

        Assert.Equal(1, ending.ExitCode);
        Assert.Contains("belongs to task 'shop:g:t-9', not to 'shop:g:t-1'", ending.Error, StringComparison.Ordinal);
    }
}
