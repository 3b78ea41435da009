using Okstra.Core.HandOff;
using Okstra.Core.Problems;
using Okstra.Core.Stages;

namespace Okstra.Engine.HandOff;

/// <summary><c>okstra handoff record-pr</c>: stages went out in a pull request (R-WT-63, R-OPN-41).</summary>
public sealed class PullRequestRecording(RunServices services)
{
    /// <param name="planRunRoot">Of the planning run.</param>
    /// <param name="approvedPlan">Null = the newest approved report of that run.</param>
    /// <param name="stages">Ascending.</param>
    /// <param name="branch">Its head branch.</param>
    /// <param name="url">Its address.</param>
    /// <param name="cancellationToken">Ends the waiting for the task's mutex.</param>
    /// <exception cref="UserErrorException">A stage may not be handed off, or branch or address are none.</exception>
    public async Task<PullRequestRecord> RecordAsync(string planRunRoot, string? approvedPlan, IReadOnlyList<int> stages, string branch, string url, CancellationToken cancellationToken)
    {
        if (!PullRequestAddress.IsValid(url))
        {
            throw new UserErrorException("OKS0739", $"'{url}' is not the address of a pull request", "give the http or https address, without user name and password");
        }

        if (branch.Length == 0 || branch.StartsWith('-') || branch.Any(letter => char.IsControl(letter) || char.IsWhiteSpace(letter)))
        {
            throw new UserErrorException("OKS0740", $"'{branch}' is not a branch name", "name the branch the pull request was opened from");
        }

        var run = PlanRun.Open(services, planRunRoot);
        using var mutex = await run.LockAsync("record a pull request", cancellationToken);
        var plan = approvedPlan is null ? HandOffPlan.Newest(services, run) : HandOffPlan.Read(services, run, approvedPlan);
        var judgements = run.Judge(plan);
        if (PullRequestRule.Refusals(stages, url, judgements) is { Count: > 0 } reasons)
        {
            throw new UserErrorException(
                new Problem("OKS0741", $"the pull request cannot be recorded: {string.Join("; ", reasons)}", "okstra handoff eligible shows every stage and what it lacks"),
                new HandOffReasonsException(reasons));
        }

        var open = PullRequestRule.Unrecorded(stages, url, judgements);
        if (open.Count > 0)
        {
            run.Consumers.Append(new ConsumerEvent.Pr(open, branch, url) { At = services.Now() });
        }

        return new PullRequestRecord(stages, branch, url, open.Count == 0);
    }
}
