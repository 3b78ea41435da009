using System.Text.Json;
using Okstra.Core.Reports;
using Okstra.Core.Reports.Deliverables;
using Okstra.Core.Tasks;
using Okstra.Core.Text;
using Okstra.Core.Workers;
using Okstra.Testing;
using Okstra.Testing.Reports;

namespace Okstra.EndToEnd.Tests.Rig;

/// <summary>Does what a session does that leads a prepared run: commits, has its workers answer, writes the Markdown report. It never writes data.</summary>
internal sealed class GuideSession(string repository, string home)
{
    private const string Fixed = "tillroll/discounts.py";
    private const string Test = "tests/test_empty_order.py";

    private string _head = "";

    private string Runs => Path.Combine(repository, ".okstra", "tasks", "orders", "dev-9436", "runs");

    private TestRepository Worktree => new(Path.Combine(home, ".okstra", "worktrees", "shop", "orders", "dev-9436-stage-1"));

    public void Lead(TaskType type)
    {
        var run = type == TaskType.Implementation ? Path.Combine(Runs, "implementation", "stage-1") : Path.Combine(Runs, type.Token());
        if (type == TaskType.Implementation)
        {
            var source = File.ReadAllText(Path.Combine(Worktree.Folder, Fixed));
            _head = Worktree.Commit(
                "fix: no discount for an order without items",
                (Fixed, source.Replace("    average = ", "    if order.item_count() == 0:\n        return 0\n    average = ", StringComparison.Ordinal)),
                (Test, "def test_empty():\n    pass\n"));
        }

        var report = Written(type) with { ExecutionStatus = [.. Workers(run, type)] };
        File.WriteAllText(Path.Combine(run, "reports", $"final-report-{type.Token()}-001.md"), MarkdownReport.Render(report));
    }

    private IEnumerable<ExecutionRow> Workers(string run, TaskType type)
    {
        var sample = SampleReports.Of(TaskType.ErrorAnalysis, ReportLanguage.English).ExecutionStatus[0];
        using var manifest = JsonDocument.Parse(File.ReadAllText(Directory.GetFiles(Path.Combine(run, "manifests"), "run-manifest-*.json").Single()));
        foreach (var entry in manifest.RootElement.GetProperty("roster").EnumerateArray())
        {
            var worker = entry.GetProperty("worker").GetString()!;
            File.WriteAllText(Path.Combine(run, "worker-results", $"{worker}-{type.Token()}-001.md"), "# done\n");
            yield return sample with { Worker = worker, Role = entry.GetProperty("role").GetString()!, Status = WorkerStatus.Completed, Reason = null };
        }
    }

    private ReportDocument Written(TaskType type)
    {
        var sample = SampleReports.Of(type, ReportLanguage.English);
        var report = sample with { TaskKey = "shop:orders:dev-9436", HeadSha = _head, Header = sample.Header with { ProjectId = "shop", TaskGroup = "orders", TaskId = "dev-9436" }, FollowUps = [] };
        return type switch
        {
            TaskType.Implementation => report with { Commits = [_head], Implementation = Work(sample.Implementation!) },
            TaskType.FinalVerification => report with
            {
                Routing = "release-handoff",
                VerdictToken = "accepted",
                Conditions = [],
                Blockers = [],
                Commits = [_head],
                Verification = sample.Verification! with { Commits = [new CommitLine(_head, "fix: no discount for an order without items")], Diff = Diff(sample.Verification.Diff[0]) },
            },
            _ => report with { Commits = [_head], FinalVerdict = report.FinalVerdict with { BasisIds = [] }, TicketCoverage = [.. report.TicketCoverage.Select(row => row with { RelatedIds = [] })], HandOff = sample.HandOff! with { Commits = [new HandOffCommit(_head[..8], _head, "fix: no discount for an order without items", [Fixed, Test])] } },
        };
    }

    private ImplementationSection Work(ImplementationSection sample) => sample with
    {
        Commits = [sample.Commits[0] with { Sha = _head }],
        Diff = Diff(sample.Diff[0]),
        Steps = [.. sample.Steps.Select(step => step.Commit is null ? step : step with { Commit = _head })],
    };

    private static IReadOnlyList<DiffRow> Diff(DiffRow sample) => [sample with { Path = Fixed }, sample with { Path = Test }];
}
