using System.Text.Json.Nodes;
using Okstra.Cli.Tests.Support;
using Okstra.Testing;

namespace Okstra.Cli.Tests.HandingOff;

/// <summary>The four helpers of a hand-off as the program that calls them sees them, each rule in one piece.</summary>
public sealed class HandOffContractTests : IDisposable
{
    private const string Url = "https://example.org/shop/pull/7";
    private readonly StagedProject _project = new();

    public void Dispose() => _project.Dispose();

    [Fact]
    [Trait("Req", "R-CLI-074")]
    [Trait("Req", "R-CLI-077")]
    [Trait("Req", "R-OPN-40")]
    [Trait("Req", "R-WT-61")]
    public async Task Assembling_gathers_the_named_stages_on_the_base_or_says_why_not_and_leaves_nothing()
    {
        var heads = _project.ThreeStages();
        _project.Accepted(4, _project.Base, [], (StagedProject.Name(1), StagedProject.Text(1, (1, "four"))));
        _project.Planned(5);
        _project.Repository.Git("branch", "next", _project.Repository.Commit("main goes on", (StagedProject.Name(20), "main\n")));
        var next = _project.Head("next");
        var expected = _project.TreeByHand(next, heads[1], heads[0], heads[2]);
        var before = _project.Traces();

        // Exit 1: a stage that is not eligible, one the plan lacks, one whose dependency stays behind, no stage at all, no such base, the group's own branch as the base.
        foreach (var (stages, onto) in ((string, string)[])[("5", "next"), ("9", "next"), ("3", "next"), ("", "next"), ("2", "nowhere"), ("2", "feat-t-1-group-2")])
        {
            var refused = await _project.AssembleAsync(stages, onto);
            Assert.Equal((1, false), (refused.ExitCode, (bool)StagedProject.Json(refused)["ok"]!));
            Assert.Equal(before, _project.Traces());
        }

        // Exit 2: stages 1 and 4 change one line.
        var conflicting = await _project.AssembleAsync("1,4", "next");
        Assert.Equal(2, conflicting.ExitCode);
        Assert.Equal($$"""{"ok":false,"conflicts":[{"stage":4,"files":["{{StagedProject.Name(1)}}"]}]}""", StagedProject.Json(conflicting).ToJsonString());
        Assert.Equal(before, _project.Traces());

        // Exit 0: dependencies first, then by number, with merge commits.
        var assembled = await _project.AssembleAsync("3,1,2", "next");
        Assert.True(assembled.ExitCode == 0, assembled.Error);
        var answer = StagedProject.Json(assembled);
        var worktree = new TestRepository((string)answer["worktreePath"]!);
        var head = worktree.Git("rev-parse", "HEAD").Trim();
        Assert.Equal(
            (true, "1-2-3", "feat-t-1-group-1-2-3", "next", head),
            ((bool)answer["ok"]!, (string)answer["groupId"]!, (string)answer["branch"]!, (string)answer["base"]!, (string)answer["headSha"]!));
        Assert.Equal([(1, heads[0]), (2, heads[1]), (3, heads[2])], answer["merged"]!.AsArray().Select(stage => ((int)stage!["stage"]!, (string)stage["sha"]!)));
        Assert.Equal((expected, "feat-t-1-group-1-2-3"), (worktree.Git("rev-parse", "HEAD^{tree}").Trim(), worktree.Git("rev-parse", "--abbrev-ref", "HEAD").Trim()));
        Assert.Equal("3", worktree.Git("rev-list", "--count", "--merges", "--first-parent", $"{next}..HEAD").Trim());

        // Asked again with the same base the collector stays; with another base it does not quietly change.
        Assert.Equal(answer.ToJsonString(), StagedProject.Json(await _project.AssembleAsync("1,2,3", "next")).ToJsonString());
        var moved = await _project.AssembleAsync("1,2,3", "main~0");
        Assert.Equal((1, head), (moved.ExitCode, worktree.Git("rev-parse", "HEAD").Trim()));
    }

    [Fact]
    [Trait("Req", "R-OPN-41")]
    [Trait("Req", "R-WT-63")]
    public async Task What_was_accepted_and_what_went_out_is_stored_and_nothing_else_is()
    {
        _project.Planned(1);
        _project.Planned(2);
        var one = Finished(1);
        var two = Finished(2);
        var empty = Events();

        await RefusedAsync(_project.RecordVerifiedAsync(1, Verification("blocked", "single-stage", "1", one)));
        await RefusedAsync(_project.RecordVerifiedAsync(1, Verification("accepted", "half", "1", one)));
        await RefusedAsync(_project.RecordVerifiedAsync(1, Verification("accepted", "single-stage", "2", one)));
        await RefusedAsync(_project.Okstra.RunAsync("handoff", "record-verified", "--plan-run-root", _project.PlanRun, "--stage", "1", "--report-path", "/nowhere.md", "--data-json", _project.Plan));
        await RefusedAsync(_project.RecordPullRequestAsync("1", Url));
        Assert.Equal(empty, Events());

        Accepted(await _project.RecordVerifiedAsync(1, Verification("accepted", "single-stage", "1", one)));
        Accepted(await _project.RecordVerifiedAsync(2, Verification("accepted", "whole-task", "null", two)));
        await RefusedAsync(_project.RecordPullRequestAsync("1,2", ""));
        Accepted(await _project.RecordPullRequestAsync("1,2", Url));
        var all = Events();
        Accepted(await _project.RecordPullRequestAsync("1,2", Url));
        await RefusedAsync(_project.RecordPullRequestAsync("1,2", Url + "0"));
        Assert.Equal(all, Events());

        var stored = all.Skip(empty.Length).Select(line => JsonNode.Parse(line)!).ToList();
        var report = Path.Combine(_project.TempPath, "verification.md");
        Assert.Equal(
            [("verified", 1, one, report, "accepted", "single-stage"), ("verified", 2, two, report, "accepted", "whole-task")],
            stored.Take(2).Select(line => ((string)line["event"]!, (int)line["stage"]!, (string)line["headSha"]!, (string)line["reportPath"]!, (string)line["verdict"]!, (string)line["scope"]!)));
        var pr = Assert.Single(stored.Skip(2));
        Assert.Equal(("pr", "[1,2]", "feat-t-1-group-2", Url), ((string)pr["event"]!, pr["stages"]!.ToJsonString(), (string)pr["branch"]!, (string)pr["url"]!));
    }

    [Fact]
    [Trait("Req", "R-CLI-072")]
    public async Task Each_helper_answers_in_json_whether_it_did_it_or_not()
    {
        _project.Planned(1);
        var one = Finished(1);

        foreach (var (ending, ok) in ((OkstraEnding, bool)[])[
            (await _project.RecordPullRequestAsync("1", Url), false),
            (await _project.AssembleAsync("1"), false),
            (await _project.RecordVerifiedAsync(7, Verification("accepted", "single-stage", "7", one)), false),
            (await _project.RecordVerifiedAsync(1, Verification("accepted", "single-stage", "1", one)), true),
            (await _project.AssembleAsync("1"), true),
            (await _project.RecordPullRequestAsync("1", Url), true),
            (await _project.EligibleAsync(), true),
            (await _project.Okstra.RunAsync("handoff", "eligible", "--plan-run-root", _project.TempPath, "--approved-plan", _project.Plan), false)])
        {
            Assert.Equal((ok ? 0 : 1, ok), (ending.ExitCode, (bool)StagedProject.Json(ending)["ok"]!));
        }
    }

    private string Finished(int stage)
    {
        var head = _project.Build(stage, _project.Base, ($"src/new{stage}.txt", "1\n"));
        _project.Started(stage, _project.Base);
        _project.Done(stage, head);
        return head;
    }

    private string[] Events() => File.ReadAllLines(_project.Consumers);

    private static string Verification(string verdict, string scope, string stage, string head) => $$"""
        { "taskKey": "shop:g:t-1", "verdictToken": "{{verdict}}", "verificationScope": "{{scope}}", "stage": {{stage}}, "headSha": "{{head}}", "routing": "release-handoff(stage-group)" }
        """;

    private static void Accepted(OkstraEnding ending) => Assert.True(ending.ExitCode == 0, ending.Error);

    private static async Task RefusedAsync(Task<OkstraEnding> call) => Assert.Equal(1, (await call).ExitCode);
}
