using Okstra.Core.Problems;
using Okstra.Core.Projects;
using Okstra.Core.Text;
using Okstra.Engine.Setup;
using Okstra.Engine.Tests.Preparation;

namespace Okstra.Engine.Tests.Setup;

public sealed class ProjectSetupTests
{
    [Fact]
    [Trait("Req", "R-OPN-49")]
    [Trait("Req", "R-CON-07")]
    [Trait("Req", "R-LAY-18")]
    public async Task Setup_registers_the_repository_around_the_current_folder()
    {
        using var rig = PreparationRig.InGit();
        var services = rig.Services with { Host = rig.Host with { CurrentDirectory = Path.Combine(rig.Project, "shop") } };

        var outcome = await new ProjectSetup(services).RunAsync(new SetupRequest(), TestContext.Current.CancellationToken);

        Assert.True(outcome.Created && outcome.ExcludeAdded);
        Assert.Equal(Path.Combine(rig.Project, ".okstra", "project.json"), outcome.State.ProjectFile);
        var stored = rig.Json(outcome.State.ProjectFile);
        Assert.Equal(("shop-front", rig.Project, "en", "2026-01-02T03:04:05Z", 1), (stored.GetProperty("projectId").GetString(), stored.GetProperty("projectRoot").GetString(), stored.GetProperty("reportLanguage").GetString(), stored.GetProperty("createdAt").GetString(), stored.GetProperty("schemaVersion").GetInt32()));
        Assert.Equal("python", stored.GetProperty("languages")[0].GetString());
    }

    [Fact]
    public async Task Guessed_commands_stay_proposed_until_setup_is_told_yes()
    {
        using var rig = PreparationRig.InGit();
        var setup = new ProjectSetup(rig.Services);
        await rig.PrepareAsync();

        var proposed = await setup.RunAsync(new SetupRequest(), TestContext.Current.CancellationToken);
        var confirmed = await setup.RunAsync(new SetupRequest { ConfirmQaCommands = true }, TestContext.Current.CancellationToken);
        await rig.PrepareAsync();

        Assert.NotEmpty(proposed.Proposed);
        Assert.Equal(proposed.Project.QaCommands.Count, proposed.Proposed.Count);
        Assert.Empty(confirmed.Proposed);
        Assert.All(rig.Services.Documents.Read(confirmed.State.ProjectFile, ProjectsJson.Default.ProjectDocument).QaCommands, command => Assert.Equal(QaCommandState.Confirmed, command.State));
    }

    [Fact]
    [Trait("Req", "R-LAY-20")]
    public async Task Setup_is_idempotent_and_keeps_what_it_does_not_know()
    {
        using var rig = PreparationRig.InGit();
        var setup = new ProjectSetup(rig.Services);
        var path = (await setup.RunAsync(new SetupRequest { ProjectId = "shop" }, TestContext.Current.CancellationToken)).State.ProjectFile;
        await File.WriteAllTextAsync(path, (await File.ReadAllTextAsync(path, TestContext.Current.CancellationToken)).Replace("\"schemaVersion\": 1,", "\"schemaVersion\": 1,\n  \"owner\": \"결제팀\",", StringComparison.Ordinal), TestContext.Current.CancellationToken);
        var before = await File.ReadAllTextAsync(path, TestContext.Current.CancellationToken);
        rig.Clock.Advance(TimeSpan.FromHours(1));

        var again = await setup.RunAsync(new SetupRequest(), TestContext.Current.CancellationToken);
        var unchanged = await File.ReadAllTextAsync(path, TestContext.Current.CancellationToken);
        await setup.RunAsync(new SetupRequest { Language = ReportLanguage.Korean }, TestContext.Current.CancellationToken);

        Assert.False(again.Created || again.ExcludeAdded);
        Assert.Equal(before, unchanged);
        var changed = rig.Json(path);
        Assert.Equal(("결제팀", "ko", "shop", "2026-01-02T04:04:05Z"), (changed.GetProperty("owner").GetString(), changed.GetProperty("reportLanguage").GetString(), changed.GetProperty("projectId").GetString(), changed.GetProperty("updatedAt").GetString()));
    }

    [Fact]
    public async Task State_is_excluded_from_git_without_touching_a_tracked_file()
    {
        using var rig = PreparationRig.InGit();

        await rig.PrepareAsync();

        Assert.Equal("", rig.Repository!.Git("status", "--porcelain"));
        Assert.Contains("/.okstra", await File.ReadAllLinesAsync(Path.Combine(rig.Project, ".git", "info", "exclude"), TestContext.Current.CancellationToken));
    }

    [Theory]
    [InlineData("ko_KR.UTF-8", "en_US.UTF-8", "ko")]
    [InlineData("", "ko_KR.UTF-8", "ko")]
    [InlineData("C", "ko_KR.UTF-8", "en")]
    public async Task Report_language_comes_from_the_locale(string all, string lang, string expected)
    {
        using var rig = PreparationRig.InGit(new Dictionary<string, string>(StringComparer.Ordinal) { ["LC_ALL"] = all, ["LANG"] = lang });

        var outcome = await new ProjectSetup(rig.Services).RunAsync(new SetupRequest(), TestContext.Current.CancellationToken);

        Assert.Equal(expected, outcome.Project.ReportLanguage.Token());
    }

    [Fact]
    [Trait("Req", "R-LAY-17")]
    [Trait("Req", "R-LAY-19")]
    public async Task Older_state_is_used_where_it_lies_and_moved_on_request()
    {
        using var rig = PreparationRig.InGit();
        rig.WriteInProject(".project-docs/okstra/project.json", """{ "projectId": "old-shop", "projectRoot": "/moved" }""");
        rig.WriteInProject(".project-docs/okstra/tasks/g/t/task-manifest.json", """{ "taskKey": "old-shop:g:t" }""");

        var used = await rig.PrepareAsync();
        var moved = await new ProjectSetup(rig.Services).RunAsync(new SetupRequest { Migrate = true }, TestContext.Current.CancellationToken);

        Assert.Equal("old-shop:default:total-bug", used.Bundle.Key.ToString());
        Assert.StartsWith(Path.Combine(rig.Project, ".project-docs", "okstra"), used.Bundle.Task.Root, StringComparison.Ordinal);
        Assert.Contains(used.Warnings, warning => warning.Contains("--migrate", StringComparison.Ordinal));
        Assert.True(moved.Migrated);
        Assert.True(File.Exists(Path.Combine(rig.Project, ".okstra", "tasks", "g", "t", "task-manifest.json")));
        Assert.False(Directory.Exists(Path.Combine(rig.Project, ".project-docs", "okstra")));
    }

    [Fact]
    public async Task Migration_never_overwrites_newer_state()
    {
        using var rig = PreparationRig.InGit();
        await rig.PrepareAsync();
        rig.WriteInProject(".project-docs/okstra/project.json", """{ "projectId": "old-shop", "projectRoot": "/moved" }""");

        var refused = await Assert.ThrowsAsync<UserErrorException>(() => new ProjectSetup(rig.Services).RunAsync(new SetupRequest { Migrate = true }, TestContext.Current.CancellationToken));

        Assert.Equal("OKS0220", refused.Problem.Code);
        Assert.True(File.Exists(Path.Combine(rig.Project, ".project-docs", "okstra", "project.json")));
    }

    [Fact]
    public async Task Project_id_cannot_change_once_tasks_carry_it()
    {
        using var rig = PreparationRig.InGit();
        var setup = new ProjectSetup(rig.Services);
        await setup.RunAsync(new SetupRequest { ProjectId = "one" }, TestContext.Current.CancellationToken);
        await setup.RunAsync(new SetupRequest { ProjectId = "two" }, TestContext.Current.CancellationToken);
        await rig.PrepareAsync();

        var refused = await Assert.ThrowsAsync<UserErrorException>(() => setup.RunAsync(new SetupRequest { ProjectId = "three" }, TestContext.Current.CancellationToken));

        Assert.Equal("OKS0152", refused.Problem.Code);
    }

    [Fact]
    [Trait("Req", "R-LAY-20")]
    public async Task Failed_registration_names_the_project_root()
    {
        using var rig = PreparationRig.InGit(new Dictionary<string, string>(StringComparer.Ordinal) { ["OKSTRA_TEST_FAULT"] = "fail:1" });

        var refused = await Assert.ThrowsAsync<UserErrorException>(() => rig.PrepareAsync());

        Assert.Contains($"cannot register the project at '{rig.Project}'", refused.Problem.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(rig.StateFiles(), path => path.Contains("/runs/", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("git@host:team/Shop App.git", "/x/folder", "shop-app")]
    [InlineData("https://host/team/shop/", "/x/folder", "shop")]
    [InlineData(null, "/x/My Folder", "my-folder")]
    [InlineData(null, "/x/결제", "project")]
    public void Project_id_defaults_to_remote_then_folder(string? remote, string root, string expected) => Assert.Equal(expected, ProjectIds.Default(remote, root));
}
