using Okstra.Core.Findings;

namespace Okstra.Core.Convergence;

/// <summary>What a batch's prompt may show: arguments against the finding, and those for it only to whoever disputed it, so that nobody is talked into agreeing.</summary>
public static class VerificationItems
{
    public static IReadOnlyList<VerificationItem> For(Batch batch, ConvergenceState state)
    {
        var findings = state.Findings.ToDictionary(finding => finding.Finding.Id, StringComparer.Ordinal);
        return [.. batch.Asks.Select(ask => Of(ask, findings[ask.FindingId], batch))];
    }

    private static VerificationItem Of(Ask ask, FindingState state, Batch batch) => new()
    {
        Id = ask.FindingId,
        Role = ask.Role,
        Kind = state.Finding.Kind,
        Title = state.Finding.Title,
        Claim = state.Finding.Claim,
        Severity = state.Finding.Severity,
        Evidence = Anonymous(state.Finding.Evidence),
        Positions =
        [
            .. state.Votes
                .Where(vote => vote.Round == batch.Round - 1 && !string.Equals(vote.Worker, batch.Worker, StringComparison.Ordinal))
                .Where(vote => vote.Counted is Vote.Agree or Vote.Maintain or Vote.Disagree or Vote.Concern or Vote.Withdraw)
                .Where(vote => ask.Role == AskRole.Reconsider || IsAgainst(vote))
                .Select(vote => new CounterPosition(IsAgainst(vote), vote.Reason, Anonymous(vote.Citations)))
                .DistinctBy(position => (position.Against, position.Argument))
                .OrderByDescending(position => position.Against)
                .ThenBy(position => position.Argument, StringComparer.Ordinal),
        ],
    };

    private static bool IsAgainst(CastVote vote) => vote.Counted is Vote.Disagree or Vote.Concern or Vote.Withdraw;

    private static IReadOnlyList<Evidence> Anonymous(IEnumerable<Evidence> evidence) => [.. evidence.Select(citation => citation with { Worker = "" })];
}
