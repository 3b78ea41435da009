using Okstra.Core.Problems;
using Okstra.Core.Runs;
using Okstra.Core.Tasks;
using Okstra.State.Layout;
using Okstra.State.Runs;
using Okstra.State.Tests.Layout;

namespace Okstra.State.Tests.Runs;

public sealed class RunLocatorTests : IDisposable
{
    private readonly TempFolder _folder = new();
    private readonly StateLayout _project;

    public RunLocatorTests() => _project = StateLayout.Resolve(_folder.Path);

    public void Dispose() => _folder.Dispose();

    private RunLayout Add(string key, TaskType type, string seq, string reports, int hour, int? stage = null)
    {
        var task = _project.Task(Keys.Parse(key));
        var run = task.Run(type, CategorySeqs.All(Keys.Seq(seq)) with { Reports = Keys.Seq(reports) }, stage);
        var documents = Setup.Documents(_folder);
        documents.Writer.Write(task.ManifestFile, "{}\n");
        documents.Write(run.RunManifest, new RunPointer { TaskKey = key, TaskType = type.Token(), Sequences = run.Seqs.ToDictionary() }, RunsJson.Default.RunPointer);
        documents.Writer.Write(run.ReportMarkdown, "# report\n");
        File.SetLastWriteTimeUtc(run.RunManifest, DateTime.UnixEpoch.AddHours(hour));
        return run;
    }

    private LocatedRun Locate(string text, RunSelection selection) =>
        new RunLocator(Setup.Documents(_folder)).Locate(text, selection, _project, "p", _folder.Path);

    [Theory]
    [InlineData("p:g:t")]
    [InlineData("p/g/t")]
    [InlineData("g/t")]
    [InlineData("g:t")]
    [Trait("Req", "R-OPN-11")]
    public void A_task_key_means_its_newest_run(string text)
    {
        Add("p:g:t", TaskType.ErrorAnalysis, "001", "001", hour: 3);
        var newest = Add("p:g:t", TaskType.RequirementsDiscovery, "001", "001", hour: 4);
        Add("p:g:other", TaskType.ErrorAnalysis, "001", "001", hour: 5);

        var located = Locate(text, RunSelection.Newest);

        Assert.Equal(newest, located.Run);
        Assert.Equal("p:g:t", located.Key.ToString());
    }

    [Fact]
    public void A_selection_picks_an_earlier_run()
    {
        var first = Add("p:g:t", TaskType.ErrorAnalysis, "001", "001", hour: 1);
        Add("p:g:t", TaskType.ErrorAnalysis, "002", "002", hour: 2);
        Add("p:g:t", TaskType.ImplementationPlanning, "001", "001", hour: 3);

        Assert.Equal(first, Locate("g/t", new RunSelection(TaskType.ErrorAnalysis, Keys.Seq("1"))).Run);
    }

    [Fact]
    public void A_run_directory_means_the_newest_run_of_its_type()
    {
        var newest = Add("p:g:t", TaskType.ErrorAnalysis, "002", "002", hour: 1);
        Add("p:g:t", TaskType.ErrorAnalysis, "001", "001", hour: 2);
        Add("p:g:t", TaskType.ImplementationPlanning, "001", "001", hour: 3);

        Assert.Equal(newest, Locate(newest.Root, RunSelection.Newest).Run);
        Assert.Equal(newest, Locate(newest.Reports, RunSelection.Newest).Run);
    }

    [Fact]
    public void A_task_directory_means_its_newest_run()
    {
        Add("p:g:t", TaskType.ErrorAnalysis, "001", "001", hour: 1);
        var newest = Add("p:g:t", TaskType.ImplementationPlanning, "001", "001", hour: 3);

        Assert.Equal(newest, Locate(_project.Task(Keys.Parse("p:g:t")).Root, RunSelection.Newest).Run);
    }

    [Fact]
    [Trait("Req", "R-CON-17")]
    public void A_report_belongs_to_the_run_whose_manifest_names_its_counter()
    {
        // Run 001 wrote report 002, run 002 wrote report 003: equal counters would lead to the wrong run.
        var first = Add("p:g:t", TaskType.ErrorAnalysis, "001", "002", hour: 1);
        Add("p:g:t", TaskType.ErrorAnalysis, "002", "003", hour: 2);

        Assert.Equal(first, Locate(Path.GetRelativePath(_folder.Path, first.ReportMarkdown), RunSelection.Newest).Run);
    }

    [Fact]
    public void Runs_of_two_stages_with_one_number_are_told_apart()
    {
        var one = Add("p:g:t", TaskType.Implementation, "001", "001", hour: 1, stage: 1);
        var two = Add("p:g:t", TaskType.Implementation, "001", "001", hour: 2, stage: 2);

        Assert.Equal(two, Locate("g/t", RunSelection.Newest).Run);
        Assert.Equal(one, Locate(one.Root, RunSelection.Newest).Run);
        Assert.Equal(one, Locate(one.ReportMarkdown, RunSelection.Newest).Run);
        Assert.Equal(one, Locate("g/t", RunSelection.Newest with { Stage = 1 }).Run);
        Assert.Equal("'p:g:t' has no stage 3 run", Assert.Throws<UserErrorException>(() => Locate("g/t", RunSelection.Newest with { Stage = 3 })).Problem.Message);
    }

    [Fact]
    public void An_unknown_seq_names_the_runs_there_are()
    {
        Add("p:g:t", TaskType.ErrorAnalysis, "001", "001", hour: 1);

        var problem = Assert.Throws<UserErrorException>(() => Locate("g/t", new RunSelection(null, Keys.Seq("7")))).Problem;

        Assert.Equal("'p:g:t' has no run with seq 007", problem.Message);
        Assert.Equal("runs there: error-analysis 001", problem.Hint);
    }

    [Theory]
    [InlineData("nonsense")]
    [InlineData("a:b:c:d")]
    public void Anything_else_is_refused(string text) =>
        Assert.Equal("OKS0231", Assert.Throws<UserErrorException>(() => Locate(text, RunSelection.Newest)).Problem.Code);

    [Fact]
    public void FindNewest_looks_at_all_tasks()
    {
        Assert.Null(new RunLocator(Setup.Documents(_folder)).FindNewest(_project));
        Add("p:g:t", TaskType.ErrorAnalysis, "001", "001", hour: 1);
        var newest = Add("p:g:u", TaskType.ErrorAnalysis, "001", "001", hour: 2);
        Add("p:h:v", TaskType.ErrorAnalysis, "001", "001", hour: 1);

        Assert.Equal(newest, new RunLocator(Setup.Documents(_folder)).FindNewest(_project)?.Run);
    }
}
