using Okstra.Core.Findings;

namespace Okstra.Core.Convergence;

/// <summary>What a batch's prompt may show.</summary>
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
                .Select(vote => new CounterPosition(vote.Counted is Vote.Disagree or Vote.Concern or Vote.Withdraw, vote.Reason, Anonymous(vote.Citations)))
                .DistinctBy(position => (position.Against, position.Argument))
                .OrderByDescending(position => position.Against)
                .ThenBy(position => position.Argument, StringComparer.Ordinal),
        ],
    };

    private static IReadOnlyList<Evidence> Anonymous(IEnumerable<Evidence> evidence) => [.. evidence.Select(citation => citation with { Worker = "" })];
}
