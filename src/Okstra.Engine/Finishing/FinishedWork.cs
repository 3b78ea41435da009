using Okstra.Core.Phases;
using Okstra.Core.Problems;
using Okstra.Core.Reports;
using Okstra.Core.Stages;
using Okstra.Core.Tasks;
using Okstra.Engine.Phases;
using Okstra.Engine.Preparation;
using Okstra.State.Files;
using Okstra.State.Layout;

namespace Okstra.Engine.Finishing;

/// <summary>Holds what a report says was done against what git has, and records it.</summary>
internal sealed class FinishedWork(RunServices services, RunBundle bundle, ReportDocument report)
{
    private PlannedWork? _work;
    private TargetFacts? _target;

    private int? Stage => bundle.Type == TaskType.Implementation ? bundle.Manifest.Stage : null;

    /// <exception cref="UserErrorException">Uncommitted files, or commits and files that are not those of the report.</exception>
    public async Task RequireAsync(CancellationToken cancellationToken)
    {
        switch (bundle.Type)
        {
            case TaskType.Implementation when Stage is { } stage:
                await RequireStageAsync(stage, cancellationToken);
                break;
            case TaskType.FinalVerification:
                RequireInspected();
                break;
        }
    }

    /// <summary>Records the stage as done; not twice. Null in other phases.</summary>
    /// <returns>Full id of its last commit.</returns>
    public string? Record()
    {
        if (Stage is not { } stage || _work is null || _target?.Tip is not { } tip)
        {
            return null;
        }

        if (_work.Records.GetValueOrDefault(stage) is { IsDone: false })
        {
            _work.Append(new ConsumerEvent.Done(stage, tip) { At = services.Now() });
        }

        return tip;
    }

    private async Task RequireStageAsync(int stage, CancellationToken cancellationToken)
    {
        _work = await PlannedWork.OpenAsync(services, StateLayout.Resolve(bundle.Manifest.ProjectRoot), bundle.Key, cancellationToken);
        var (key, target) = await _work.UnderWayAsync(stage, cancellationToken);
        if (await _work.UncommittedAsync(key, cancellationToken) is { Count: > 0 } dirty)
        {
            throw new UserErrorException("OKS0913", $"the worktree of stage {stage} has {dirty.Count} uncommitted file(s): {string.Join(", ", dirty.Take(5))}", "commit what belongs to the stage and take it into the report's commit list; okstra worktree show names the folder");
        }

        var said = ImplementationReport.Parse(TextFiles.Read(bundle.Layout.ReportMarkdown));
        PhaseEntry.Require(PhaseGates.ImplementationMatches([new ImplementationSource(Cited(stage), said)], target));
        _target = target;
    }

    // A verdict is about the commit that was frozen when the run was prepared.
    private void RequireInspected()
    {
        if (bundle.Manifest.Inputs.InspectedCommit is { } inspected && report.HeadSha is { } head && !inspected.StartsWith(head, StringComparison.OrdinalIgnoreCase))
        {
            throw new UserErrorException("OKS0914", $"the report verifies {head}, but run {bundle.Manifest.Seq} was prepared to verify {inspected}", "verify that commit, or prepare another run for the newer one");
        }
    }

    private CitedReport Cited(int stage) => new(bundle.Layout.ReportMarkdown, Exists: true, IsOfPhase: true, ForeignTask: null, stage);
}
