using Okstra.State.Layout;

namespace Okstra.State.Tests.Layout;

public sealed class StateLayoutTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    [Trait("Req", "R-LAY-18")]
    public void Resolve_takes_todays_root_when_it_has_a_project_document()
    {
        _folder.Write(".okstra/project.json", "{}");
        _folder.Write(".project-docs/okstra/project.json", "{}");

        var layout = StateLayout.Resolve(_folder.Path);

        Assert.Equal(_folder.At(".okstra"), layout.Root);
        Assert.Null(layout.Warning);
        Assert.Equal(_folder.At(".okstra", "briefs"), layout.BriefsDirectory);
    }

    [Fact]
    [Trait("Req", "R-LAY-17")]
    [Trait("Req", "R-LAY-19")]
    public void Resolve_stays_in_the_legacy_root_with_a_warning_when_only_that_is_registered()
    {
        _folder.Write(".project-docs/okstra/project.json", "{}");
        _folder.CreateFolder(".okstra");

        var layout = StateLayout.Resolve(_folder.Path);

        Assert.Equal(_folder.At(".project-docs", "okstra"), layout.Root);
        Assert.Equal(_folder.At(".project-docs", "okstra", "tasks"), layout.TasksDirectory);
        Assert.Contains(_folder.At(".project-docs", "okstra"), layout.Warning, StringComparison.Ordinal);
    }

    [Fact]
    public void Resolve_takes_todays_root_when_nothing_is_registered()
    {
        _folder.CreateFolder(".project-docs/okstra");

        var layout = StateLayout.Resolve(_folder.Path);

        Assert.Equal(_folder.At(".okstra"), layout.Root);
        Assert.False(layout.IsRegistered);
    }

    [Fact]
    public void FindRegistered_looks_upwards()
    {
        _folder.Write(".okstra/project.json", "{}");
        var inner = _folder.CreateFolder("src/deep");

        Assert.Equal(_folder.Path, StateLayout.FindRegistered(inner)?.ProjectRoot);
        Assert.Null(StateLayout.FindRegistered(Path.GetTempPath()));
    }

    [Fact]
    [Trait("Req", "R-LAY-24")]
    [Trait("Req", "R-LAY-25")]
    public void Task_lies_under_its_sanitised_group_and_id()
    {
        var task = StateLayout.Resolve(_folder.Path).Task(Keys.Parse("My Project:Back End:DEV-9436"));

        var root = _folder.At(".okstra", "tasks", "back-end", "dev-9436");
        Assert.Equal(root, task.Root);
        Assert.Equal(Path.Combine(root, "task-manifest.json"), task.ManifestFile);
        Assert.Equal(Path.Combine(root, "task-index.md"), task.IndexFile);
        Assert.Equal(Path.Combine(root, "reference-expectations.md"), task.ReferenceExpectationsFile);
        Assert.Equal(Path.Combine(root, "qa"), task.QaDirectory);
    }

    [Fact]
    public void Tasks_lists_the_tasks_that_have_a_manifest_in_order()
    {
        _folder.Write(".okstra/tasks/b/two/task-manifest.json", "{}");
        _folder.Write(".okstra/tasks/a/one/task-manifest.json", "{}");
        _folder.CreateFolder(".okstra/tasks/a/no-manifest");

        var tasks = StateLayout.Resolve(_folder.Path).Tasks();

        Assert.Equal([_folder.At(".okstra", "tasks", "a", "one"), _folder.At(".okstra", "tasks", "b", "two")], tasks.Select(task => task.Root));
    }

    [Fact]
    public void Discovery_files_lie_in_the_state_root()
    {
        var layout = StateLayout.Resolve(_folder.Path);

        Assert.Equal(_folder.At(".okstra", "discovery", "latest-task.json"), layout.LatestTaskFile);
        Assert.Equal(_folder.At(".okstra", "discovery", "tasks.json"), layout.TaskListFile);
    }
}
