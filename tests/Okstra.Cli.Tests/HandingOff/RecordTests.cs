using Okstra.Cli.Tests.Support;

namespace Okstra.Cli.Tests.HandingOff;

public sealed class RecordTests : IDisposable
{
    private const string Url = "https://example.org/shop/pull/7";
    private readonly StagedProject _project = new();
    private readonly string _head;

    public RecordTests()
    {
        _project.Planned(1);
        _head = _project.Build(1, _project.Base, ("a", "1\n"));
        _project.Started(1, _project.Base);
        _project.Done(1, _head);
        _project.Planned(2, 1);
    }

    public void Dispose() => _project.Dispose();

    [Fact]
    [Trait("Req", "R-CLI-075")]
    public async Task An_accepted_stage_is_recorded_once_and_is_eligible_then()
    {
        var first = await _project.RecordVerifiedAsync(1, Data());
        var events = Events();
        var second = await _project.RecordVerifiedAsync(1, Data());

        Assert.True(first.ExitCode == 0, first.Error);
        var answer = StagedProject.Json(first);
        Assert.Equal((1, _head, "accepted", "single-stage", false), ((int)answer["stage"]!, (string)answer["headSha"]!, (string)answer["verdict"]!, (string)answer["scope"]!, (bool)answer["alreadyRecorded"]!));
        Assert.True((bool)StagedProject.Json(second)["alreadyRecorded"]!);
        Assert.Equal(events, Events());
        Assert.Equal("[1]", StagedProject.Json(await _project.EligibleAsync())["eligible"]!.ToJsonString());
    }

    [Fact]
    public async Task Without_a_commit_in_the_data_the_recorded_head_counts()
    {
        var ending = await _project.RecordVerifiedAsync(1, Data(head: null));

        Assert.Equal(_head, (string)StagedProject.Json(ending)["headSha"]!);
    }

    [Fact]
    public async Task A_verification_of_the_whole_task_accepts_every_stage()
    {
        var ending = await _project.RecordVerifiedAsync(1, Data("accepted", "whole-task", "null", new string('b', 40), "release-handoff"));

        Assert.True(ending.ExitCode == 0, ending.Error);
        Assert.Equal("whole-task", (string)StagedProject.Json(ending)["scope"]!);
    }

    [Theory]
    [InlineData("conditional-accept", "single-stage", "1", null, "its verdict is 'conditional-accept'")]
    [InlineData("accepted", "everything", "1", null, "its scope is 'everything'")]
    [InlineData("accepted", "single-stage", "2", null, "it is about stage 2, not stage 1")]
    [InlineData("accepted", "single-stage", "null", null, "it names no stage")]
    [InlineData("accepted", "single-stage", "1", "release-handoff", "takes a verification of the whole task")]
    public async Task What_does_not_accept_the_stage_is_refused(string verdict, string scope, string stage, string? routing, string because) =>
        await RefusedAsync(() => _project.RecordVerifiedAsync(1, Data(verdict, scope, stage, _head, routing)), because);

    [Fact]
    public Task A_verification_of_another_commit_is_refused() =>
        RefusedAsync(() => _project.RecordVerifiedAsync(1, Data(head: _project.Base)), $"it verified commit {_project.Base}, but the recorded head of stage 1 is {_head}");

    [Fact]
    public Task A_stage_that_is_not_done_is_refused() => RefusedAsync(() => _project.RecordVerifiedAsync(2, Data(stage: "2")), "stage 2 of 'shop:g:t-1' is not done");

    [Fact]
    public Task A_verification_of_another_task_is_refused() =>
        RefusedAsync(() => _project.RecordVerifiedAsync(1, Data().Replace("shop:g:t-1", "shop:g:t-2", StringComparison.Ordinal)), "is about task 'shop:g:t-2'");

    [Theory]
    [InlineData("not json", "it is not JSON")]
    [InlineData("[]", "it is not a JSON object")]
    [InlineData("""{ "verdictToken": "blocked", "verdictToken": "accepted", "verificationScope": "whole-task" }""", "it is not JSON")]
    [InlineData("""{ "verdictToken": 1, "verificationScope": "whole-task" }""", "no 'verdictToken'")]
    public Task Data_that_is_no_verification_is_refused(string data, string because) => RefusedAsync(() => _project.RecordVerifiedAsync(1, data), because);

    [Fact]
    public Task A_report_that_does_not_exist_is_refused() => RefusedAsync(
        () => _project.Okstra.RunAsync("handoff", "record-verified", "--plan-run-root", _project.PlanRun, "--stage", "1", "--report-path", "/nowhere.md", "--data-json", _project.Plan),
        "the report '/nowhere.md' does not exist");

    [Theory]
    [InlineData("0")]
    [InlineData("two")]
    public Task A_stage_that_is_no_number_is_refused(string stage) => RefusedAsync(
        () => _project.Okstra.RunAsync("handoff", "record-verified", "--plan-run-root", _project.PlanRun, $"--stage={stage}", "--report-path", _project.Plan, "--data-json", _project.Plan),
        "is not a stage number");

    [Fact]
    [Trait("Req", "R-CLI-076")]
    public async Task A_pull_request_is_recorded_once_for_all_its_stages()
    {
        _project.Verified(1, _head);

        var first = await _project.RecordPullRequestAsync("1", Url);
        var events = Events();
        var second = await _project.RecordPullRequestAsync("1", Url);

        Assert.True(first.ExitCode == 0, first.Error);
        Assert.Equal(("[1]", Url, "feat-t-1-group-2", false), (StagedProject.Json(first)["stages"]!.ToJsonString(), (string)StagedProject.Json(first)["url"]!, (string)StagedProject.Json(first)["branch"]!, (bool)StagedProject.Json(first)["alreadyRecorded"]!));
        Assert.True((bool)StagedProject.Json(second)["alreadyRecorded"]!);
        Assert.Equal(events, Events());
        Assert.Equal(Url, (string)StagedProject.Json(await _project.EligibleAsync())["stages"]![0]!["pr"]!["url"]!);
    }

    [Fact]
    public async Task Stages_in_another_pull_request_are_refused()
    {
        _project.Verified(1, _head);
        await _project.RecordPullRequestAsync("1", Url);

        await RefusedAsync(() => _project.RecordPullRequestAsync("1", Url + "8"), $"stage 1 is in the pull request {Url} already");
    }

    [Fact]
    public async Task Only_what_is_missing_of_a_pull_request_is_added()
    {
        _project.Verified(1, _head);
        await _project.RecordPullRequestAsync("1", Url);
        var two = _project.Build(2, _head, ("b", "2\n"));
        _project.Started(2, _head);
        _project.Done(2, two);
        _project.Verified(2, two);

        await _project.RecordPullRequestAsync("1,2", Url);

        Assert.Contains("\"stages\":[2]", Events().Split('\n', StringSplitOptions.RemoveEmptyEntries)[^1], StringComparison.Ordinal);
    }

    [Fact]
    public Task A_stage_that_is_not_eligible_is_refused() => RefusedAsync(() => _project.RecordPullRequestAsync("1", Url), "stage 1 was not verified");

    [Fact]
    public Task A_stage_the_plan_does_not_have_is_refused() => RefusedAsync(() => _project.RecordPullRequestAsync("9", Url), "the plan has no stage 9; it has 1, 2");

    [Theory]
    [InlineData("")]
    [InlineData("shop/pull/7")]
    [InlineData("ftp://example.org/7")]
    [InlineData("file:///etc/passwd")]
    [InlineData("https://user:secret@example.org/7")]
    [InlineData("https://example.org/a b")]
    public async Task An_address_that_is_none_is_refused(string url)
    {
        _project.Verified(1, _head);

        await RefusedAsync(() => _project.Okstra.RunAsync("handoff", "record-pr", "--plan-run-root", _project.PlanRun, "--stages", "1", "--branch", "b", "--url", url), "is not the address of a pull request");
    }

    [Fact]
    public async Task Without_a_plan_the_newest_approved_one_counts_and_without_any_it_is_refused()
    {
        _project.Verified(1, _head);
        await File.WriteAllTextAsync(_project.Plan, "# not approved\n", TestContext.Current.CancellationToken);

        await RefusedAsync(() => _project.RecordPullRequestAsync("1", Url), "no planning report");
    }

    [Theory]
    [InlineData("before")]
    [InlineData("after")]
    public async Task A_record_killed_at_its_write_is_made_by_the_next_call(string side)
    {
        _project.Okstra.Environment["OKSTRA_TEST_FAULT"] = $"kill:1:{side}";
        Assert.Equal(137, (await _project.RecordVerifiedAsync(1, Data())).ExitCode);
        _project.Okstra.Environment.Remove("OKSTRA_TEST_FAULT");

        Assert.Equal(0, (await _project.RecordVerifiedAsync(1, Data())).ExitCode);

        Assert.Single(Events().Split('\n', StringSplitOptions.RemoveEmptyEntries), line => line.Contains("verified", StringComparison.Ordinal));
    }

    private async Task RefusedAsync(Func<Task<OkstraEnding>> verb, string because)
    {
        var before = Events();
        var ending = await verb();
        Assert.Equal(1, ending.ExitCode);
        var answer = StagedProject.Json(ending);
        Assert.False((bool)answer["ok"]!);
        Assert.Contains(answer["reasons"]!.AsArray(), reason => ((string)reason!).Contains(because, StringComparison.Ordinal));
        Assert.Contains("PrepareError: ", ending.Error, StringComparison.Ordinal);
        Assert.Equal(before, Events());
    }

    private string Events() => File.ReadAllText(_project.Consumers);

    private string Data(string verdict = "accepted", string scope = "single-stage", string stage = "1", string? routing = "release-handoff(stage-group)") => Data(verdict, scope, stage, _head, routing);

    private string Data(string? head) => Data("accepted", "single-stage", "1", head, "release-handoff(stage-group)");

    private static string Data(string verdict, string scope, string stage, string? head, string? routing) => $$"""
        { "taskKey": "shop:g:t-1", "taskType": "final-verification", "seq": "001", "verdictToken": "{{verdict}}", "verificationScope": "{{scope}}", "stage": {{stage}}
          {{(head is null ? "" : $", \"headSha\": \"{head}\"")}} {{(routing is null ? "" : $", \"routing\": \"{routing}\"")}} }
        """;
}
