using System.Text.Json.Nodes;
using Okstra.Cli.Tests.Support;

namespace Okstra.Cli.Tests.Reconciling;

public sealed class GitReconcileCommandTests
{
    [Fact]
    [Trait("Req", "R-WT-57")]
    [Trait("Req", "R-CLI-071")]
    [Trait("Req", "R-CLI-066")]
    [Trait("Req", "R-CLI-068")]
    public async Task Exit_codes_tell_nothing_stale_from_decisions_waiting_from_errors()
    {
        using var project = await ReconciledProject.CreateAsync();
        Assert.Equal(0, (await project.ReconcileAsync()).ExitCode);

        project.Amend(1, "done = 1\n");
        Assert.Equal(0, (await project.ReconcileAsync("--check")).ExitCode);
        project.Amend(2, "done = 2\n");
        Assert.Equal(2, (await project.ReconcileAsync("--check")).ExitCode);

        var applied = await project.ReconcileAsync("--apply", "--json");
        Assert.Equal(2, applied.ExitCode);
        Assert.Equal(["auto"], Data(applied)["applied"]!.AsArray().Select(entry => (string?)entry!["kind"]));

        Assert.Equal(1, (await project.ReconcileAsync("--stage", "2")).ExitCode);
        Assert.Equal(1, (await project.ReconcileAsync("--use-ref", "feat-t-1-stage-2")).ExitCode);
        Assert.Equal(1, (await project.ReconcileAsync("--stage", "2", "--use-ref", "nowhere")).ExitCode);
        Assert.Equal(1, (await project.ReconcileAsync("--stage", "7", "--use-ref", "main")).ExitCode);
        Assert.Equal(1, (await project.ReconcileAsync("--stage", "two", "--use-ref", "main")).ExitCode);
        Assert.Equal(1, (await project.ReconcileAsync("--reset-anchor", "nowhere")).ExitCode);

        Assert.Equal(0, (await project.ReconcileAsync("--stage", "2", "--use-ref", "feat-t-1-stage-2")).ExitCode);
        Assert.Equal(0, (await project.ReconcileAsync("--check")).ExitCode);
    }

    [Fact]
    [Trait("Req", "R-CLI-069")]
    [Trait("Req", "R-WT-56")]
    public async Task Nothing_but_an_explicit_ref_corrects_changed_content()
    {
        using var project = await ReconciledProject.CreateAsync();
        project.Amend(1, "done  = 1\n");
        var before = await File.ReadAllTextAsync(project.Journal, TestContext.Current.CancellationToken);

        Assert.Equal(2, (await project.ReconcileAsync("--apply")).ExitCode);
        var refused = await project.ReconcileAsync("--apply", "--stage", "1");

        Assert.Equal(1, refused.ExitCode);
        Assert.Contains("--use-ref", refused.Error, StringComparison.Ordinal);
        Assert.Equal(before, await File.ReadAllTextAsync(project.Journal, TestContext.Current.CancellationToken));
    }

    [Fact]
    [Trait("Req", "R-CLI-067")]
    [Trait("Req", "R-OPN-37")]
    [Trait("Req", "R-WT-58")]
    public async Task Looking_prints_the_report_as_json_in_any_mode_and_changes_nothing()
    {
        using var project = await ReconciledProject.CreateAsync();
        var recorded = project.Tip(1);
        project.Amend(1, "done = 1\n");
        project.Amend(2, "done = 2\n");
        var before = await File.ReadAllTextAsync(project.Journal, TestContext.Current.CancellationToken);

        var bare = await project.ReconcileAsync();
        var enveloped = await project.ReconcileAsync("--check", "--json");

        var report = JsonNode.Parse(bare.Output)!;
        Assert.Equal(report.ToJsonString(), Data(enveloped).ToJsonString());
        Assert.Equal(["ok", "anchor", "stages", "applied", "remaining"], report.AsObject().Select(member => member.Key));
        Assert.Equal((false, 1, "ok"), ((bool)report["ok"]!, (int)report["remaining"]!, (string?)report["anchor"]!["status"]));
        var first = report["stages"]![0]!;
        Assert.Equal(["stage", "recordedSha", "kind", "reason", "branch", "branchTip", "candidateSha"], first.AsObject().Select(member => member.Key));
        Assert.Equal((1, recorded, "auto", null, "feat-t-1-stage-1", project.Tip(1), project.Tip(1)), ((int)first["stage"]!, (string?)first["recordedSha"], (string?)first["kind"], (string?)first["reason"], (string?)first["branch"], (string?)first["branchTip"], (string?)first["candidateSha"]));
        Assert.Equal(("confirm", "content-changed"), ((string?)report["stages"]![1]!["kind"], (string?)report["stages"]![1]!["reason"]));
        Assert.Equal(before, await File.ReadAllTextAsync(project.Journal, TestContext.Current.CancellationToken));
        Assert.Equal("", project.Main.Git("for-each-ref", "refs/okstra/"));
    }

    [Fact]
    [Trait("Req", "R-OPN-38")]
    public async Task Every_kind_is_told_from_the_others_and_corrections_move_the_bases_that_named_the_old_head()
    {
        using var project = await ReconciledProject.CreateAsync();
        project.StartOn(3, project.Tip(1));
        await ExpectAsync(project, 1, "ok", null, null);
        project.Amend(1, "done = 1\n");
        await ExpectAsync(project, 1, "auto", null, project.Tip(1));
        project.Amend(1, "done = 5\n");
        await ExpectAsync(project, 1, "confirm", "content-changed", project.Tip(1));
        Assert.Equal(1, (await project.ReconcileAsync("--stage", "1")).ExitCode);

        project.Stage(2).Git("switch", "--quiet", "--detach");
        project.Main.Git("branch", "--move", "feat-t-1-stage-2", "elsewhere");
        await ExpectAsync(project, 2, "ok", null, null);
        project.Main.Git("merge", "--quiet", "--squash", "elsewhere");
        var squashed = project.Main.Commit("squashed");
        project.Main.Git("branch", "-D", "elsewhere");
        await ExpectAsync(project, 2, "auto", null, squashed);
        project.Main.Git("reset", "--quiet", "--hard", "HEAD~1");
        await ExpectAsync(project, 2, "confirm", "branch-missing", null);

        project.Stage(2).Git("switch", "--quiet", "--detach", "main");
        project.Main.Git("update-ref", "-d", "ORIG_HEAD");
        project.Main.Git("reflog", "expire", "--expire=now", "--expire-unreachable=now", "--all");
        project.Main.Git("gc", "--quiet", "--prune=now");
        await ExpectAsync(project, 2, "confirm", "recorded-sha-missing", null);

        Assert.Equal(2, (await project.ReconcileAsync("--stage", "1", "--use-ref", "feat-t-1-stage-1")).ExitCode);
        Assert.Equal(project.Tip(1), project.BaseOf(3));
        var again = await project.ReconcileAsync("--stage", "2", "--use-ref", "main", "--json");
        Assert.Equal(0, again.ExitCode);
        var moved = (await File.ReadAllLinesAsync(project.Journal, TestContext.Current.CancellationToken)).Select(line => JsonNode.Parse(line)!).Last(line => (string?)line["event"] == "reconciled" && (int)line["stage"]! == 1);
        Assert.Equal(("confirm", project.Tip(1), "feat-t-1-stage-1"), ((string?)moved["kind"], (string?)moved["newSha"], (string?)moved["ref"]));
        var noop = await project.ReconcileAsync("--stage", "1", "--use-ref", "main", "--json");
        Assert.Equal(0, noop.ExitCode);
        Assert.Contains("not stale", (string?)Data(noop)["note"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_work_category_and_the_rest_of_the_identity_are_required()
    {
        using var project = SampleProject.Committed();

        var ending = await project.Okstra.RunAsync("git-reconcile", "--plan-run-root", project.Root, "--project-id", "shop", "--task-group", "g", "--task-id", "t-1");

        Assert.Equal(64, ending.ExitCode);
        Assert.Contains("--work-category", ending.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_correction_killed_at_any_write_is_finished_by_the_next_call()
    {
        using var project = await ReconciledProject.CreateAsync();
        var kills = 0;
        for (var write = 1; write < 20; write++)
        {
            foreach (var side in (string[])["before", "after"])
            {
                project.Stage(1).Git("commit", "--quiet", "--amend", "--message", $"{write} {side}");
                project.Project.Okstra.Environment["OKSTRA_TEST_FAULT"] = $"kill:{write}:{side}";
                var killed = await project.ReconcileAsync("--apply");
                project.Project.Okstra.Environment.Remove("OKSTRA_TEST_FAULT");
                kills += killed.ExitCode == 137 ? 1 : 0;

                var again = await project.ReconcileAsync("--apply");

                Assert.True(again.ExitCode == 0, again.Error);
                var moves = (await File.ReadAllLinesAsync(project.Journal, TestContext.Current.CancellationToken)).Count(line => line.Contains($"\"newSha\":\"{project.Tip(1)}\"", StringComparison.Ordinal));
                Assert.Equal(1, moves);
                if (killed.ExitCode == 0)
                {
                    Assert.InRange(kills, 2, 30);
                    return;
                }
            }
        }

        Assert.Fail("every write was the last");
    }

    private static async Task ExpectAsync(ReconciledProject project, int stage, string kind, string? reason, string? candidate)
    {
        var found = Data(await project.ReconcileAsync("--check", "--json"))["stages"]![stage - 1]!;
        Assert.Equal((kind, reason, candidate), ((string?)found["kind"], (string?)found["reason"], (string?)found["candidateSha"]));
    }

    private static JsonNode Data(OkstraEnding ending)
    {
        var answer = JsonNode.Parse(ending.Output)!;
        Assert.Equal(1, (int)answer["schemaVersion"]!);
        return answer["data"]!;
    }
}
