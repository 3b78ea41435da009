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

        var rules = PolicyRules.Of(state.Input.Config.Policy);
        var batches = new List<(bool OwnVendorOnly, Batch Batch)>();
        foreach (var voter in state.Input.Voters.OrderBy(voter => voter.Worker, StringComparer.Ordinal))
        {
            var asks = state.Queue
                .Select(finding => (Role: rules.RoleOf(voter.Worker, finding, state.Input, round), SameVendor: IsOfVendor(finding, voter, state.Input), finding.Finding.Id))
                .Where(ask => ask.Role is not null)
                .OrderBy(ask => ask.SameVendor)
                .ToList();
            batches.AddRange(asks.Chunk(BatchSize).Select((chunk, index) =>
                (chunk.All(ask => ask.SameVendor), new Batch(voter.Worker, round, index + 1, [.. chunk.Select(ask => new Ask(ask.Id, ask.Role!.Value))]))));
        }

        return [.. batches.OrderBy(batch => batch.OwnVendorOnly).Select(batch => batch.Batch)];
    }

    private static bool IsOfVendor(FindingState finding, Voter voter, ConvergenceInput input) => input.Voters.Any(author =>
        string.Equals(author.Vendor, voter.Vendor, StringComparison.Ordinal) && finding.Finding.Authors.Contains(author.Worker));
}
