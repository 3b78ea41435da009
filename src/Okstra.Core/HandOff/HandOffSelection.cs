namespace Okstra.Core.HandOff;

/// <summary>Stages somebody wants to hand off together.</summary>
public static class HandOffSelection
{
    /// <summary>Why they cannot be gathered; empty when they can: all known, eligible, and nothing they build on is left behind (R-OPN-40).</summary>
    /// <param name="stages">Ascending.</param>
    /// <param name="judgements">Of the whole plan.</param>
    public static IReadOnlyList<string> Refusals(IReadOnlyList<int> stages, IReadOnlyList<StageJudgement> judgements)
    {
        var known = judgements.ToDictionary(judgement => judgement.Stage);
        var reasons = new List<string>();
        foreach (var stage in stages)
        {
            if (!known.TryGetValue(stage, out var judgement))
            {
                reasons.Add($"the plan has no stage {stage}; it has {Listing(known.Keys)}");
                continue;
            }

            reasons.AddRange(judgement.Reasons);
            reasons.AddRange(judgement.DependsOn
                .Where(number => !stages.Contains(number) && known.TryGetValue(number, out var dependency) && dependency is { Eligible: true, Pr: null })
                .Select(number => $"stage {stage} depends on stage {number}, which is neither selected nor in a pull request"));
        }

        return reasons;
    }

    private static string Listing(IEnumerable<int> numbers) => string.Join(", ", numbers.Order());
}
