using Okstra.Core.Runs;
using Okstra.Core.Tasks;
using Okstra.State.Layout;

namespace Okstra.State.Tests.Layout;

public sealed class RunLayoutTests
{
    private static readonly TaskLayout Task = new("/p/.okstra/tasks/g/t");
    private static readonly CategorySeqs Seqs = new(Keys.Seq("1"), Keys.Seq("2"), Keys.Seq("3"), Keys.Seq("4"), Keys.Seq("5"), Keys.Seq("6"), Keys.Seq("7"));
    private readonly RunLayout _run = Task.Run(TaskType.ErrorAnalysis, Seqs);

    [Fact]
    [Trait("Req", "R-LAY-29")]
    [Trait("Req", "R-LAY-34")]
    [Trait("Req", "R-CON-16")]
    public void Run_owns_the_seven_artifact_directories_below_its_task_type()
    {
        Assert.Equal("/p/.okstra/tasks/g/t/runs/error-analysis", _run.Root);
        Assert.Equal(["reports", "prompts", "state", "manifests", "worker-results", "status", "sessions"], _run.Directories.Select(_run.Relative));
    }

    [Fact]
    [Trait("Req", "R-CON-17")]
    [Trait("Req", "R-LAY-48")]
    [Trait("Req", "R-LAY-35")]
    [Trait("Req", "R-LAY-36")]
    [Trait("Req", "R-LAY-37")]
    [Trait("Req", "R-LAY-38")]
    [Trait("Req", "R-LAY-39")]
    [Trait("Req", "R-LAY-41")]
    public void Every_file_carries_the_counter_of_its_own_category() => Assert.Equal(
        [
            "reports/final-report-error-analysis-001.data.json",
            "reports/final-report-error-analysis-001.md",
            "reports/final-report-error-analysis-001.html",
            "state/team-state-error-analysis-003.json",
            "state/findings-error-analysis-003.json",
            "state/convergence-error-analysis-003.json",
            "state/journal-error-analysis-003.jsonl",
            "state/run-error-analysis-003.lock",
            "state/validation-error-analysis-003.json",
            "state/error-log-error-analysis-003.jsonl",
            "manifests/run-manifest-error-analysis-004.json",
            "manifests/run-context-error-analysis-004.json",
            "manifests/run-inputs-error-analysis-004.json",
            "instruction-set-004",
            "status/final-error-analysis-006.status",
            "sessions/claude-resume-error-analysis-007.sh",
        ],
        new[]
        {
            _run.ReportDocument, _run.ReportMarkdown, _run.ReportHtml, _run.TeamState, _run.Findings, _run.Convergence, _run.Journal, _run.RunLock,
            _run.Validation, _run.ErrorLog, _run.RunManifest, _run.RunContext, _run.RunInputs, _run.InstructionSet, _run.FinalStatus, _run.ResumeCommand,
        }.Select(_run.Relative));

    [Fact]
    public void A_dispatch_has_a_document_a_prompt_and_a_live_log_beside_the_prompt()
    {
        Assert.Equal("worker-results/claude-error-analysis-005.json", _run.Relative(_run.DispatchDocument("claude", 0, 1)));
        Assert.Equal("worker-results/claude-error-analysis-005.md", _run.Relative(_run.DispatchMarkdown("claude", 0, 1)));
        Assert.Equal("worker-results/codex-reverify-r2-b1-error-analysis-005.json", _run.Relative(_run.DispatchDocument("codex", 2, 1)));
        Assert.Equal("worker-results/report-writer-error-analysis-005.json", _run.Relative(_run.DispatchDocument("report-writer", -1, 1)));
        Assert.Equal("worker-results/claude-errors-error-analysis-005.json", _run.Relative(_run.ErrorsSidecar("claude")));
        Assert.Equal("prompts/codex-reverify-r2-b1-error-analysis-002.md", _run.Relative(_run.Prompt("codex", 2, 1)));
        Assert.Equal("prompts/codex-reverify-r2-b1-error-analysis-002.log", _run.Relative(_run.LiveLog("codex", 2, 1)));
    }

    [Theory]
    [InlineData("../../evil")]
    [InlineData("a/b")]
    [InlineData("..")]
    public void A_worker_name_can_never_leave_its_directory(string worker) =>
        Assert.Equal(_run.WorkerResults, Path.GetDirectoryName(Path.GetFullPath(_run.DispatchDocument(worker, 0, 1))));
}
