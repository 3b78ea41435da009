using Okstra.Core.Runs;
using Okstra.Core.Tasks;
using Okstra.State.Layout;

namespace Okstra.State.Tests.Layout;

public sealed class TaskLayoutTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    [Trait("Req", "R-OPN-10")]
    public void NextSeqs_starts_at_001_in_every_category_and_a_given_counter_holds_for_all()
    {
        Assert.All(CategorySeqs.All(Keys.Seq("42")).ToDictionary().Values, seq => Assert.Equal("042", seq));
        Assert.Equal(CategorySeqs.All(Keys.Seq("001")), new TaskLayout(_folder.Path).NextSeqs(TaskType.ErrorAnalysis));
    }

    [Fact]
    [Trait("Req", "R-CON-17")]
    [Trait("Req", "R-OPN-10")]
    [Trait("Req", "R-LAY-48")]
    public void NextSeqs_counts_each_category_for_itself_from_the_highest_on_disk()
    {
        _folder.Write("runs/error-analysis/reports/final-report-error-analysis-002.data.json", "");
        _folder.Write("runs/error-analysis/reports/final-report-error-analysis-001.md", "");
        _folder.Write("runs/error-analysis/state/team-state-error-analysis-007.json", "");
        _folder.Write("runs/error-analysis/manifests/run-manifest-error-analysis-999.json", "");
        _folder.Write("runs/error-analysis/worker-results/claude-reverify-r1-b12-error-analysis-003.json", "");
        _folder.Write("runs/error-analysis/sessions/claude-resume-20240101.sh", "");
        _folder.Write("runs/error-analysis/status/.final-error-analysis-050.status.abc.tmp", "");
        _folder.Write("runs/implementation-planning/prompts/claude-implementation-planning-009.md", "");

        var seqs = new TaskLayout(_folder.Path).NextSeqs(TaskType.ErrorAnalysis);

        Assert.Equal(["003", "001", "008", "1000", "004", "001", "001"], CategorySeqs.Categories.Select(category => seqs.ToDictionary()[category]));
    }

    [Fact]
    public void NextSeqs_is_not_confused_by_a_task_type_inside_another()
    {
        // "implementation" is the beginning of "implementation-planning".
        _folder.Write("runs/implementation/reports/final-report-implementation-planning-005.md", "");

        Assert.Equal("001", new TaskLayout(_folder.Path).NextSeqs(TaskType.Implementation).Reports.ToString());
    }

    [Fact]
    [Trait("Req", "R-LAY-32")]
    public void FromRunDirectory_takes_the_parent_of_the_runs_ancestor()
    {
        Assert.Equal("/p/tasks/g/t", TaskLayout.FromRunDirectory("/p/tasks/g/t/runs/implementation/stage-2/reports")?.Root);
        Assert.Null(TaskLayout.FromRunDirectory("/p/tasks/g/t"));
    }

    [Fact]
    [Trait("Req", "R-LAY-30")]
    public void Stage_runs_count_for_themselves_and_are_listed_with_their_stage()
    {
        _folder.Write("runs/implementation/manifests/run-manifest-implementation-004.json", "{}");
        var two = _folder.Write("runs/implementation/stage-2/manifests/run-manifest-implementation-001.json", "{}");
        var ten = _folder.Write("runs/implementation/stage-10/manifests/run-manifest-implementation-007.json", "{}");
        _folder.Write("runs/implementation/stage-x/manifests/run-manifest-implementation-009.json", "{}");
        _folder.Write("runs/error-analysis/stage-1/manifests/run-manifest-error-analysis-001.json", "{}");
        File.SetLastWriteTimeUtc(two, DateTime.UtcNow.AddHours(2));
        File.SetLastWriteTimeUtc(ten, DateTime.UtcNow.AddHours(1));
        var task = new TaskLayout(_folder.Path);

        Assert.Equal([null, 10, 2], task.RunManifests(TaskType.Implementation).Select(run => run.Stage));
        Assert.Empty(task.RunManifests(TaskType.ErrorAnalysis));
        Assert.Equal(["005", "002", "008", "001"], ((int?[])[null, 2, 10, 3]).Select(stage => task.NextSeqs(TaskType.Implementation, stage).Manifests.ToString()));
        Assert.Equal((Path.Combine(_folder.Path, "runs", "implementation", "stage-2"), 2), (task.Run(TaskType.Implementation, CategorySeqs.All(Keys.Seq("1")), 2).Root, task.Run(TaskType.Implementation, CategorySeqs.All(Keys.Seq("1")), 2).Stage));
    }

    [Fact]
    public void RunManifests_lists_runs_of_all_types_in_order_of_time()
    {
        var first = _folder.Write("runs/requirements-discovery/manifests/run-manifest-requirements-discovery-001.json", "{}");
        var second = _folder.Write("runs/error-analysis/manifests/run-manifest-error-analysis-001.json", "{}");
        _folder.Write("runs/error-analysis/manifests/run-context-error-analysis-001.json", "{}");
        File.SetLastWriteTimeUtc(first, DateTime.UnixEpoch.AddHours(2));
        File.SetLastWriteTimeUtc(second, DateTime.UnixEpoch.AddHours(1));

        Assert.Equal([second, first], new TaskLayout(_folder.Path).RunManifests().Select(run => run.Path));
    }
}
