using System.Text.Json.Nodes;
using Okstra.Core.Problems;
using Okstra.Core.Worktrees;
using Okstra.State.Layout;
using Okstra.State.Locks;
using Okstra.State.Worktrees;

namespace Okstra.State.Tests.Worktrees;

public sealed class WorktreeRegistryTests : IDisposable
{
    private readonly TempFolder _folder = new();
    private readonly HomeLayout _home;
    private readonly StateLocks _locks;

    public WorktreeRegistryTests()
    {
        _home = new HomeLayout(_folder.At("home", ".okstra"));
        _locks = new StateLocks(HermeticHost.Create(_folder.At("home")), Setup.Writer(_folder), TimeProvider.System);
    }

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Dispose();

    [Fact]
    [Trait("Req", "R-LAY-08")]
    [Trait("Req", "R-LAY-55")]
    [Trait("Req", "R-WT-33")]
    public async Task Registry_is_a_small_readable_json_file_and_lookup_does_not_ask_for_the_folder()
    {
        var registry = Registry();

        await registry.ChangeAsync(document => RegistryRules.Reserve(document, Key("p/g/t"), Row("/nowhere/at/all", "fix-t")), Token);

        Assert.Equal(_folder.At("home", ".okstra", "worktrees", "registry.json"), _home.WorktreeRegistry);
        var stored = JsonNode.Parse(await File.ReadAllTextAsync(_home.WorktreeRegistry, Token))!;
        Assert.Equal("/nowhere/at/all", (string?)stored["tasks"]!["p/g/t"]!["worktree_path"]);
        Assert.Equal("p/g/t", (string?)stored["branches"]!["fix-t"]);
        Assert.Equal("/nowhere/at/all", (await registry.LookupAsync(Key("p/g/t"), Token))!.WorktreePath);
        Assert.Null(await registry.LookupAsync(Key("p/g/t#stage-1"), Token));
    }

    [Fact]
    [Trait("Req", "R-LAY-50")]
    public async Task Rows_of_older_versions_load_with_defaults_and_foreign_members_stay()
    {
        WriteRegistry("""
            { "tasks": { "p/g/t": { "project_id": "p", "task_group": "g", "task_id": "t", "worktree_path": "/w/t", "branch": "fix-t", "base_ref": "abc", "created_at": "then", "colour": "red" } },
              "branches": { "fix-t": "p/g/t" }, "owner": "ada" }
            """);

        var row = (await Registry().LookupAsync(Key("p/g/t"), Token))!;
        await Registry().ChangeAsync(document => RegistryRules.TouchPhase(document, Key("p/g/t"), "implementation"), Token);

        Assert.Equal((null, null, "", "", "active"), (row.Stage, row.Stages, row.ImplementationBaseCommit, row.LastPhase, row.Status));
        var stored = JsonNode.Parse(await File.ReadAllTextAsync(_home.WorktreeRegistry, Token))!;
        Assert.Equal(("red", "ada", "implementation"), ((string?)stored["tasks"]!["p/g/t"]!["colour"], (string?)stored["owner"], (string?)stored["tasks"]!["p/g/t"]!["last_phase"]));
        string[] keys = ["project_id", "task_group", "task_id", "worktree_path", "branch", "base_ref", "created_at", "last_phase", "status", "stage", "stages", "implementation_base_commit"];
        Assert.Empty(keys.Except(stored["tasks"]!["p/g/t"]!.AsObject().Select(member => member.Key)));
    }

    [Theory]
    [Trait("Req", "R-LAY-49")]
    [InlineData("{ \"tasks\": {")]
    [InlineData("[]")]
    [InlineData("")]
    [InlineData("{ \"tasks\": null }")]
    [InlineData("{ \"tasks\": { \"p/g/t\": null } }")]
    [InlineData("{ \"tasks\": {}, \"tasks\": {} }")]
    public async Task A_corrupt_registry_is_a_problem_with_a_copy_and_never_empty(string text)
    {
        WriteRegistry(text);

        var refused = await Assert.ThrowsAsync<UserErrorException>(() => Registry().ChangeAsync(document => RegistryRules.Reserve(document, Key("p/g/t"), Row("/w/t", "fix-t")), Token));

        Assert.Contains(_home.WorktreeRegistry, refused.Problem.Message, StringComparison.Ordinal);
        Assert.Contains("okstra worktree repair", refused.Problem.Hint, StringComparison.Ordinal);
        Assert.Equal(text, await File.ReadAllTextAsync(_home.WorktreeRegistry, Token));
        Assert.Equal(text, await File.ReadAllTextAsync(Assert.Single(Directory.GetFiles(_home.Worktrees, "registry.json.corrupt-*")), Token));
    }

    [Fact]
    [Trait("Req", "R-LAY-49")]
    public async Task A_missing_registry_and_missing_members_are_empty()
    {
        Assert.Empty((await Registry().ReadAsync(Token)).Tasks);
        WriteRegistry("{}");
        Assert.Empty((await Registry().ReadAsync(Token)).Branches);
    }

    [Fact]
    [Trait("Req", "R-LAY-52")]
    public void Created_at_is_local_time_with_an_offset_without_colon()
    {
        Assert.Equal("2026-01-02T03:04:05+0000", Registry(new ManualClock()).Now());
        Assert.Equal("2026-01-02T08:34:05+0530", Registry(new ZonedClock(TimeSpan.FromMinutes(330))).Now());
    }

    [Fact]
    [Trait("Req", "R-LAY-53")]
    public async Task Writes_replace_the_file_whole_indented_by_two_with_text_kept_and_a_last_newline()
    {
        await Registry().ChangeAsync(document => RegistryRules.Reserve(document, Key("p/g/t"), Row("/w/한글", "fix-t")), Token);
        using var before = File.OpenRead(_home.WorktreeRegistry);

        await Registry().ChangeAsync(document => RegistryRules.TouchPhase(document, Key("p/g/t"), "implementation"), Token);

        var text = await File.ReadAllTextAsync(_home.WorktreeRegistry, Token);
        Assert.Contains("\n  \"tasks\": {\n    \"p/g/t\": {\n", text, StringComparison.Ordinal);
        Assert.Contains("/w/한글", text, StringComparison.Ordinal);
        Assert.EndsWith("}\n", text, StringComparison.Ordinal);

        // Renamed over: a reader that had the old file open still reads the old file, whole.
        using var reader = new StreamReader(before);
        Assert.DoesNotContain("implementation\"", await reader.ReadToEndAsync(Token), StringComparison.Ordinal);
        Assert.Empty(Setup.TempFiles(_home.Worktrees));
    }

    [Fact]
    [Trait("Req", "R-LAY-53")]
    public async Task A_failed_write_leaves_the_old_registry()
    {
        await Registry().ChangeAsync(document => RegistryRules.Reserve(document, Key("p/g/t"), Row("/w/t", "fix-t")), Token);
        var before = await File.ReadAllTextAsync(_home.WorktreeRegistry, Token);
        var failing = new WorktreeRegistry(_home, new State.Documents.DocumentStore(Setup.Writer(_folder, "fail:1"), TimeProvider.System), _locks, TimeProvider.System);

        await Assert.ThrowsAsync<UserErrorException>(() => failing.ReleaseAsync(Key("p/g/t"), Token));

        Assert.Equal(before, await File.ReadAllTextAsync(_home.WorktreeRegistry, Token));
    }

    [Fact]
    [Trait("Req", "R-LAY-54")]
    public async Task Lookups_wait_for_the_lock_like_every_other_operation()
    {
        var held = await _locks.AcquireAsync(_home.WorktreeRegistryLock, "test", TimeSpan.Zero, Token);

        var lookup = Registry().LookupAsync(Key("p/g/t"), Token);
        var change = Registry().ChangeAsync(document => document, Token);
        Assert.False(lookup.IsCompleted || change.IsCompleted);
        held.Dispose();

        Assert.Null(await lookup);
        await change;
        Assert.True(File.Exists(_home.WorktreeRegistryLock));
        Assert.False(StateLocks.IsHeld(_home.WorktreeRegistryLock));
    }

    private WorktreeRegistry Registry(TimeProvider? clock = null) => new(_home, Setup.Documents(_folder), _locks, clock ?? TimeProvider.System);

    private void WriteRegistry(string text)
    {
        Directory.CreateDirectory(_home.Worktrees);
        File.WriteAllText(_home.WorktreeRegistry, text);
    }

    private static WorktreeKey Key(string text) => WorktreeKey.TryParse(text, out var key) ? key.Value : throw new ArgumentException(text);

    private static WorktreeRow Row(string path, string branch) => new() { ProjectId = "p", TaskGroup = "g", TaskId = "t", WorktreePath = path, Branch = branch, BaseRef = "base" };

    private sealed class ZonedClock(TimeSpan offset) : TimeProvider
    {
        public override TimeZoneInfo LocalTimeZone => TimeZoneInfo.CreateCustomTimeZone("test", offset, "test", "test");

        public override DateTimeOffset GetUtcNow() => new(2026, 1, 2, 3, 4, 5, TimeSpan.Zero);
    }
}
