using Okstra.Core.Stages;

namespace Okstra.Core.HandOff;

/// <summary>Which stages of a plan may go out in a pull request of their own (R-WT-60, R-OPN-39).</summary>
public static class HandOffEligibility
{
    /// <summary>The one verdict that lets a stage out.</summary>
    public const string Accepted = "accepted";

    /// <summary>One judgement for each stage of the plan, by number.</summary>
    /// <param name="plan">The approved plan.</param>
    /// <param name="records">What became of its stages.</param>
    public static IReadOnlyList<StageJudgement> Judge(StagePlan plan, IReadOnlyDictionary<int, StageRecord> records)
    {
        // In plan order, so that what a stage is built on is judged before it.
        var judged = new SortedDictionary<int, StageJudgement>();
        foreach (var number in plan.Ordered())
        {
            judged[number] = Judge(plan.Find(number)!, records.GetValueOrDefault(number), judged);
        }

        return [.. judged.Values];
    }

    private static StageJudgement Judge(PlannedStage stage, StageRecord? record, SortedDictionary<int, StageJudgement> judged)
    {
        List<string> reasons =
        [
            .. OwnReasons(stage.Number, record),
            .. stage.DependsOn.Where(number => judged[number] is { Eligible: false, Pr: null }).Select(number => $"stage {stage.Number} depends on stage {number}, which is neither eligible nor in a pull request"),
        ];
        return new StageJudgement
        {
            Stage = stage.Number,
            Eligible = reasons.Count == 0,
            Reasons = reasons,
            Branch = record?.Branch,
            HeadSha = record?.HeadSha,
            DependsOn = stage.DependsOn,
            Verified = record?.LastVerified is { } verified ? new StageVerification(verified.ReportPath, verified.Verdict) : null,
            Pr = record?.PullRequest is { } pr ? new StagePullRequest(pr.Branch, pr.Url) : null,
        };
    }

    private static IEnumerable<string> OwnReasons(int stage, StageRecord? record)
    {
        switch (record)
        {
            case null:
                yield return $"stage {stage} was not started";
                yield break;
            case { IsDone: false }:
                yield return $"stage {stage} is under way and not done";
                break;
            case { LastVerified: null }:
                yield return $"stage {stage} was not verified";
                break;
            case { LastVerified: { Verdict: not Accepted } verified }:
                yield return $"the last verification of stage {stage} says '{verified.Verdict}', not 'accepted'";
                break;
            case { IsAccepted: false, LastVerified: { } verified }:
                yield return $"stage {stage} was accepted at {Short(verified.HeadSha)}, but its head is {Short(record.HeadSha!)}";
                break;
        }

        if (record.PullRequest is { } pr)
        {
            yield return $"stage {stage} is in the pull request {pr.Url} already";
        }
    }

    private static string Short(string commit) => commit.Length > 12 ? commit[..12] : commit;
}
