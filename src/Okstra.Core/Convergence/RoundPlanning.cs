using Okstra.Core.Findings;

namespace Okstra.Core.Convergence;

/// <summary>Who is asked what in the next round.</summary>
public static class RoundPlanning
{
    /// <summary>Most findings in one dispatch: small enough that a worker checks each of them (R-CVG-18).</summary>
    public const int BatchSize = 12;

    /// <summary>The batches of <see cref="ConvergenceState.NextRound"/>, other vendors' refuters first; empty when nothing is left to ask.</summary>
    public static IReadOnlyList<Batch> Plan(ConvergenceState state)
    {
        if (state.NextRound is not { } round)
        {
            return [];
        }

        var batches = new List<(bool OwnVendorOnly, Batch Batch)>();
        foreach (var voter in state.Input.Voters.OrderBy(voter => voter.Worker, StringComparer.Ordinal))
        {
            var asks = state.Queue
                .Select(finding => (Role: RoleOf(voter.Worker, finding, state.Input), SameVendor: IsOfVendor(finding, voter, state.Input), finding.Finding.Id))
                .Where(ask => ask.Role is not null)
                .OrderBy(ask => ask.SameVendor)
                .ToList();
            batches.AddRange(asks.Chunk(BatchSize).Select((chunk, index) =>
                (chunk.All(ask => ask.SameVendor), new Batch(voter.Worker, round, index + 1, [.. chunk.Select(ask => new Ask(ask.Id, ask.Role!.Value))]))));
        }

        return [.. batches.OrderBy(batch => batch.OwnVendorOnly).Select(batch => batch.Batch)];
    }

    private static AskRole? RoleOf(string worker, FindingState finding, ConvergenceInput input)
    {
        if (!finding.Supporters.Contains(worker))
        {
            return finding.Dissenters.Contains(worker) || finding.LatestOf(worker)?.Counted == Vote.Concern ? AskRole.Reconsider : AskRole.Refute;
        }

        if (finding.Dissenters.Count > 0)
        {
            return AskRole.RespondToVeto;
        }

        if (!string.Equals(AuthorToldToRefute(finding, input), worker, StringComparison.Ordinal))
        {
            return null;
        }

        return finding.LatestOf(worker)?.Counted == Vote.Concern ? AskRole.Reconsider : AskRole.Refute;
    }

    /// <summary>
    /// When no usable worker outside the supporters is left to refute (all are authors, or the others failed), one supporter is told to try:
    /// whoever holds an open CONCERN, otherwise the least asked one with the fewest citations that carry, then the lowest confidence, then the id.
    /// </summary>
    private static string? AuthorToldToRefute(FindingState finding, ConvergenceInput input)
    {
        var supporters = input.V.Where(finding.Supporters.Contains).ToList();
        var others = input.V.Except(supporters, StringComparer.Ordinal).ToList();
        if (finding.SurvivedRefuter || supporters.Count < 2 || !others.TrueForAll(worker => finding.LatestOf(worker)?.Counted == Vote.VerificationError))
        {
            return null;
        }

        return supporters
            .OrderBy(worker => finding.LatestOf(worker)?.Counted == Vote.Concern ? 0 : 1)
            .ThenBy(worker => finding.Votes.Count(vote => string.Equals(vote.Worker, worker, StringComparison.Ordinal)))
            .ThenBy(finding.Finding.CarryingCitationsOf)
            .ThenBy(worker => ConfidenceOf(finding.Finding, worker))
            .ThenBy(worker => worker, StringComparer.Ordinal)
            .First();
    }

    private static double ConfidenceOf(ClusteredFinding finding, string worker) => finding.Positions
        .Where(position => string.Equals(position.Worker, worker, StringComparison.Ordinal))
        .Select(position => position.Confidence)
        .DefaultIfEmpty(finding.Confidence)
        .Max();

    private static bool IsOfVendor(FindingState finding, Voter voter, ConvergenceInput input) => input.Voters.Any(author =>
        string.Equals(author.Vendor, voter.Vendor, StringComparison.Ordinal) && finding.Finding.Authors.Contains(author.Worker));
}
