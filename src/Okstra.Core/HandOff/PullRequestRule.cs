namespace Okstra.Core.HandOff;

/// <summary>Which stages a pull request may be recorded for (R-OPN-41).</summary>
public static class PullRequestRule
{
    /// <summary>Why it may not; empty when each stage is eligible or already recorded with the same address.</summary>
    public static IReadOnlyList<string> Refusals(IReadOnlyList<int> stages, string url, IReadOnlyList<StageJudgement> judgements)
    {
        var known = judgements.ToDictionary(judgement => judgement.Stage);
        return
        [
            .. stages.Where(stage => !known.ContainsKey(stage)).Select(stage => $"the plan has no stage {stage}; it has {string.Join(", ", known.Keys.Order())}"),
            .. stages.Where(known.ContainsKey).Select(stage => known[stage]).Where(stage => !stage.Eligible && !IsRecorded(stage, url)).SelectMany(stage => stage.Reasons),
        ];
    }

    /// <summary>The stages that are not recorded with that address yet.</summary>
    public static IReadOnlyList<int> Unrecorded(IReadOnlyList<int> stages, string url, IReadOnlyList<StageJudgement> judgements) =>
        [.. stages.Where(stage => judgements.All(judgement => judgement.Stage != stage || !IsRecorded(judgement, url)))];

    private static bool IsRecorded(StageJudgement stage, string url) => stage.Pr?.Url == url;
}
