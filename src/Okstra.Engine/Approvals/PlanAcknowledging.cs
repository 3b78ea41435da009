using Okstra.Core.Approvals;
using Okstra.Core.Problems;
using Okstra.Core.Stages;
using Okstra.Core.Tasks;
using Okstra.Engine.Stages;
using Okstra.State.Files;
using Okstra.State.Locks;

namespace Okstra.Engine.Approvals;

/// <summary>The user's approval from the command line: <c>okstra approve</c> and <c>--approve</c> (R-CLI-019).</summary>
public sealed class PlanAcknowledging(RunServices services)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    /// <summary>Records what is approved, then marks the report; killed in between, nothing is approved and the next call does both.</summary>
    /// <param name="path">The Markdown report or its data document.</param>
    /// <param name="cancellationToken">Ends the waiting for the task.</param>
    /// <exception cref="UserErrorException">No plan with usable stages, or a report with no place for an approval.</exception>
    public async Task<PlanAcknowledgement> ApproveAsync(string path, CancellationToken cancellationToken)
    {
        var stem = ApprovedPlan.StemOf(services, path);
        var (report, data) = (stem + ".md", stem + ".data.json");
        _ = ExactText.Read(report);
        var document = services.Documents.Read(data, StagesJson.Default.StagePlanDocument);
        var plan = StagePlan.Of(document, data);
        using var mutex = await LockAsync(plan.TaskKey, cancellationToken);

        var markdown = ExactText.Read(report);
        PlanSoundness.Require(document, markdown, report);
        var binding = new PlanBinding(services, stem);
        var reading = binding.Reading(markdown);
        var at = services.Now();
        var marked = Acknowledgement.Into(markdown, reading.IsGiven, at)
            ?? throw new UserErrorException("OKS0792", $"'{report}' has neither frontmatter nor a box '- [ ] Approved', so there is nothing to mark", $"add a line '- [ ] Approved', or approve it by hand: {PlanApproval.Forms}");
        var record = binding.Approve(marked);
        services.Writer.Write(report, marked);
        var contradiction = binding.Reading(marked).Contradiction;
        return new PlanAcknowledgement(report, plan.TaskKey, at, reading.IsGiven, record.PlanSha256, stem + ".approvals.jsonl", contradiction is null ? [] : [$"'{report}': {contradiction}"]);
    }

    private async Task<StateLock?> LockAsync(string taskKey, CancellationToken cancellationToken) => TaskKey.TryParse(taskKey, null, out var key, out _)
        ? await services.Locks.AcquireAsync(services.Home.TaskLock(key), "approve a plan", Patience, cancellationToken)
        : null;
}
