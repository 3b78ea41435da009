using Okstra.Testing;

namespace Okstra.Cli.Tests.HandingOff;

/// <summary>A collector worktree that is there already: found again, or left alone when somebody worked in it.</summary>
public sealed class CollectorTests : IDisposable
{
    private readonly StagedProject _project = new();

    public void Dispose() => _project.Dispose();

    [Fact]
    public async Task Assembling_again_answers_the_same_and_changes_nothing()
    {
        _project.ThreeStages();
        var first = await _project.AssembleAsync("1,2");
        var before = _project.Traces();

        var second = await _project.AssembleAsync("1,2");

        Assert.Equal((0, first.Output), (second.ExitCode, second.Output));
        Assert.Equal(before, _project.Traces());
    }

    [Fact]
    public async Task A_collector_somebody_committed_to_is_refused_and_left_alone()
    {
        _project.ThreeStages();
        var made = StagedProject.Json(await _project.AssembleAsync("1,2"));
        new TestRepository((string)made["worktreePath"]!).Commit("mine", ("mine.txt", "mine\n"));
        var before = _project.Traces();

        var ending = await _project.AssembleAsync("1,2");

        StagedProject.Refused(ending, "commits were added to it");
        Assert.Contains("feat-t-1-group-1-2", ending.Error, StringComparison.Ordinal);
        Assert.Equal(before, _project.Traces());
    }

    [Fact]
    public async Task A_collector_with_changed_or_new_files_is_refused_and_left_alone()
    {
        _project.ThreeStages();
        var worktree = (string)StagedProject.Json(await _project.AssembleAsync("1,2"))["worktreePath"]!;
        await File.WriteAllTextAsync(Path.Combine(worktree, StagedProject.Name(0)), "edited\n", TestContext.Current.CancellationToken);
        await File.WriteAllTextAsync(Path.Combine(worktree, "mine.txt"), "mine\n", TestContext.Current.CancellationToken);

        var ending = await _project.AssembleAsync("1,2");

        StagedProject.Refused(ending, "uncommitted changes: src/part00.txt, mine.txt");
        Assert.Equal("edited\n", await File.ReadAllTextAsync(Path.Combine(worktree, StagedProject.Name(0)), TestContext.Current.CancellationToken));
        Assert.Equal("mine\n", await File.ReadAllTextAsync(Path.Combine(worktree, "mine.txt"), TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task A_base_that_moved_is_refused_with_the_way_out()
    {
        _project.ThreeStages();
        await _project.AssembleAsync("1,2");
        _project.Repository.Commit("main goes on", (StagedProject.Name(20), "main\n"));
        var before = _project.Traces();

        var ending = await _project.AssembleAsync("1,2");

        StagedProject.Refused(ending, "the base 'main' moved");
        Assert.Contains("okstra worktree release shop/g/t-1 --group 1-2", ending.Error, StringComparison.Ordinal);
        Assert.Equal(before, _project.Traces());
    }

    [Fact]
    public async Task The_way_out_that_is_named_leads_out()
    {
        _project.ThreeStages();
        await _project.AssembleAsync("1,2");
        var main = _project.Repository.Commit("main goes on", (StagedProject.Name(20), "main\n"));

        Assert.Equal(0, (await _project.Okstra.RunAsync("setup", "--yes", "--project-id", "shop")).ExitCode);
        var released = await _project.Okstra.RunAsync("worktree", "release", "shop/g/t-1", "--group", "1-2");
        var pruned = await _project.Okstra.RunAsync("worktree", "prune", "--yes");
        var again = await _project.AssembleAsync("1,2");

        Assert.Equal((0, 0, 0), (released.ExitCode, pruned.ExitCode, again.ExitCode));
        Assert.Equal(main, (string?)StagedProject.Json(again)["baseSha"]);
    }

    [Fact]
    public async Task A_folder_that_is_gone_is_made_again()
    {
        _project.ThreeStages();
        var first = await _project.AssembleAsync("1,2");
        var worktree = (string)StagedProject.Json(first)["worktreePath"]!;
        Directory.Delete(worktree, recursive: true);

        var second = await _project.AssembleAsync("1,2");

        Assert.Equal((0, first.Output), (second.ExitCode, second.Output));
        Assert.Equal("", new TestRepository(worktree).Git("status", "--porcelain"));
    }
}
