using Okstra.Core.Findings;
using Okstra.Core.Workers;

namespace Okstra.Core.Convergence;

/// <summary>From answers to votes as cast and as counted.</summary>
public static class VoteCounting
{
    /// <summary>One cast vote for every ask of the batch, whatever came back; what breaks the contract is reported beside it.</summary>
    public static IReadOnlyList<KeyValuePair<string, CastVote>> Collect(PolicyRules rules, Batch batch, BatchResult? result, ICollection<RoundViolation> violations)
    {
        var failed = result?.Status != WorkerStatus.Completed;
        var answers = (failed ? [] : result!.Votes).ToLookup(vote => vote.FindingId, StringComparer.Ordinal);
        if (failed)
        {
            violations.Add(new RoundViolation(batch.Worker, batch.Round, batch.Number, $"re-verification ended without votes: {Failure(result)}"));
        }

        var asked = batch.Asks.Select(ask => ask.FindingId).ToHashSet(StringComparer.Ordinal);
        foreach (var stranger in answers.Select(group => group.Key).Where(id => !asked.Contains(id)).Order(StringComparer.Ordinal))
        {
            violations.Add(new RoundViolation(batch.Worker, batch.Round, batch.Number, $"voted on '{Text.SafeText.OneLine(stranger, 40)}', which it was not asked about; ignored"));
        }

        return [.. batch.Asks.Select(ask => KeyValuePair.Create(ask.FindingId, Cast(rules, batch, ask, [.. answers[ask.FindingId]], failed ? Failure(result) : null, violations)))];
    }

    private static CastVote Cast(PolicyRules rules, Batch batch, Ask ask, IReadOnlyList<CheckedVote> answers, string? failure, ICollection<RoundViolation> violations)
    {
        if (answers.Count == 0)
        {
            if (failure is null)
            {
                violations.Add(new RoundViolation(batch.Worker, batch.Round, batch.Number, $"gave no vote on {ask.FindingId}"));
            }

            return Of(batch, ask, Vote.VerificationError, Vote.VerificationError, failure ?? "the answer holds no vote on this finding", []);
        }

        var kinds = answers.Select(answer => answer.Vote).Distinct().Order().ToList();
        var reason = string.Join(" / ", answers.Select(answer => answer.Reason).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal));
        var citations = answers.SelectMany(answer => answer.Citations).Distinct().ToList();
        if (kinds.Count > 1)
        {
            // A worker that contradicts itself in one answer has said nothing that could count on either side.
            violations.Add(new RoundViolation(batch.Worker, batch.Round, batch.Number, Contradiction.Violation(kinds, ask.FindingId)));
            return Of(batch, ask, kinds[0], Vote.Unverifiable, Contradiction.Reason(kinds, reason), citations) with { Vendor = answers[0].Vendor };
        }

        var facesVeto = ask.Role == AskRole.RespondToVeto && batch.Round >= 2;
        return Of(batch, ask, kinds[0], rules.Count(kinds[0], citations.Any(citation => citation.Carries), facesVeto), reason, citations) with { Vendor = answers[0].Vendor };
    }

    private static CastVote Of(Batch batch, Ask ask, Vote vote, Vote counted, string reason, IReadOnlyList<Evidence> citations) => new()
    {
        Round = batch.Round,
        Worker = batch.Worker,
        Role = ask.Role,
        Vote = vote,
        Counted = counted,
        Reason = reason,
        Citations = citations,
    };

    private static string Failure(BatchResult? result) => result?.Reason ?? (result is null ? "no result" : $"the dispatch ended {result.Status.Token()}");
}
