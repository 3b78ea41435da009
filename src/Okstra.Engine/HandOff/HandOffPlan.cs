using Okstra.Core.Problems;
using Okstra.Core.Stages;
using Okstra.Core.Tasks;
using Okstra.Engine.Stages;
using Okstra.State.Runs;

namespace Okstra.Engine.HandOff;

/// <summary>The approved plan of a planning run.</summary>
internal static class HandOffPlan
{
    /// <exception cref="UserErrorException">It is not readable as a plan, not approved, or another task's.</exception>
    public static StagePlan Read(RunServices services, PlanRun run, string approvedPlan)
    {
        var approved = ApprovedPlan.Read(services, approvedPlan);
        return approved.Plan.TaskKey.Length == 0 || (TaskKey.TryParse(approved.Plan.TaskKey, run.Key.Project, out var key, out _) && key.Slug == run.Key.Slug)
            ? approved.Plan
            : throw new UserErrorException("OKS0743", $"the plan '{approved.Report}' belongs to task '{approved.Plan.TaskKey}', not to '{run.Key}'", "name the approved plan of this task");
    }

    /// <summary>The newest approved report of the planning run.</summary>
    /// <exception cref="UserErrorException">No report of it is approved.</exception>
    public static StagePlan Newest(RunServices services, PlanRun run)
    {
        var locator = new RunLocator(services.Documents);
        var newest = run.Task.RunManifests(TaskType.ImplementationPlanning).Reverse()
            .Select(manifest => locator.Open(run.Task, manifest).Run.ReportMarkdown)
            .FirstOrDefault(report => ApprovedPlan.IsMarked(services, report))
            ?? throw new UserErrorException("OKS0744", $"no planning report in '{run.Folder}' is approved", "name the plan with --approved-plan");
        return Read(services, run, newest);
    }
}
