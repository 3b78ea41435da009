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
                .Select(finding => (Role: RoleOf(voter.Worker, finding, state.Input, round), SameVendor: IsOfVendor(finding, voter, state.Input), finding.Finding.Id))
                .Where(ask => ask.Role is not null)
                .OrderBy(ask => ask.SameVendor)
                .ToList();
            batches.AddRange(asks.Chunk(BatchSize).Select((chunk, index) =>
                (chunk.All(ask => ask.SameVendor), new Batch(voter.Worker, round, index + 1, [.. chunk.Select(ask => new Ask(ask.Id, ask.Role!.Value))]))));
        }

        return [.. batches.OrderBy(batch => batch.OwnVendorOnly).Select(batch => batch.Batch)];
    }

    private static AskRole? RoleOf(string worker, FindingState finding, ConvergenceInput input, int round)
    {
        if (!finding.Supporters.Contains(worker))
        {
            return finding.Dissenters.Contains(worker) || finding.LatestOf(worker)?.Counted == Vote.Concern ? AskRole.Reconsider : AskRole.Refute;
        }

        if (finding.Dissenters.Count > 0)
        {
            return AskRole.RespondToVeto;
        }

        if (!AuthorsToldToRefute(finding, input, round).Contains(worker, StringComparer.Ordinal))
        {
            return null;
        }

        return finding.LatestOf(worker)?.Counted == Vote.Concern ? AskRole.Reconsider : AskRole.Refute;
    }

    /// <summary>
    /// When every usable worker supports the finding, authors are told to try to refute it: the one with the fewest citations that carry, then the
    /// lowest confidence, then the id; in each further round the next one as well. Whether the earlier ones failed, could not tell or brought
    /// nothing does not matter: a vote without evidence must not change who is asked.
    /// </summary>
    private static IEnumerable<string> AuthorsToldToRefute(FindingState finding, ConvergenceInput input, int round) =>
        finding.SurvivedRefuter || !input.V.All(finding.Supporters.Contains)
            ? []
            : input.V
                .OrderBy(finding.Finding.CarryingCitationsOf)
                .ThenBy(worker => ConfidenceOf(finding.Finding, worker))
                .ThenBy(worker => worker, StringComparer.Ordinal)
                .Take(round);

    private static double ConfidenceOf(ClusteredFinding finding, string worker) => finding.Positions
        .Where(position => string.Equals(position.Worker, worker, StringComparison.Ordinal))
        .Select(position => position.Confidence)
        .DefaultIfEmpty(finding.Confidence)
        .Max();

    private static bool IsOfVendor(FindingState finding, Voter voter, ConvergenceInput input) => input.Voters.Any(author =>
        string.Equals(author.Vendor, voter.Vendor, StringComparison.Ordinal) && finding.Finding.Authors.Contains(author.Worker));
}
