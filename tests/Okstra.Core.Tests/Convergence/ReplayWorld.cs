using Okstra.Core.Convergence;
using Okstra.Core.Findings;

namespace Okstra.Core.Tests.Convergence;

/// <summary>A run from one seed whose answers depend on worker, round and finding alone, so that it can be lived again under other rules.</summary>
internal sealed record ReplayWorld(int Seed, ConvergencePolicy Policy, int MaxRounds, bool Failures)
{
    private const string Letters = "AaDduwmWM-";

    public ConvergenceInput Input
    {
        get
        {
            var random = new Random(Seed);
            var workers = "abcd"[..random.Next(2, 5)];
            var findings = Enumerable.Range(1, random.Next(1, 16)).Select(number =>
            {
                var authors = workers.Where(_ => random.Next(2) == 0).Select(letter => letter.ToString()).DefaultIfEmpty("a").ToArray();
                return random.Next(4) == 0 ? Sample.Unsupported($"F-{number:D3}", authors) : Sample.Finding($"F-{number:D3}", authors);
            }).ToArray();
            return Sample.Input(Policy, workers + (random.Next(3) == 0 ? "X" : ""), MaxRounds, findings);
        }
    }

    public (FindingsDocument Findings, ConvergenceDocument State) Live()
    {
        var input = Input;
        var rounds = new List<RoundResult>();
        var state = ConvergenceFold.Run(input, rounds);
        while (state.NextRound is { } round)
        {
            rounds.Add(new RoundResult(round, $"2026-01-01T0{round}:00:00Z", $"2026-01-01T0{round}:01:00Z", [.. RoundPlanning.Plan(state).Select(Answer)]));
            state = ConvergenceFold.Run(input, rounds);
        }

        return (new FindingsDocument { Inputs = new Dictionary<string, string>(StringComparer.Ordinal), Voters = input.Voters, Findings = input.Findings }, Documents.Of(state));
    }

    private BatchResult Answer(Batch batch)
    {
        var failed = Failures && Hash(batch.Worker, batch.Round, batch.Number.ToString()) % 4 == 0;
        var result = Play.Result(batch, ask => failed ? 'x' : Letters[(int)(Hash(batch.Worker, batch.Round, ask.FindingId) % Letters.Length)]);

        // Now and then a second vote of another kind, and one on something nobody asked about.
        var contradictions = batch.Asks.Where(ask => Hash(batch.Worker, batch.Round, ask.FindingId) % 7 == 0).Select(ask => Play.Vote(batch.Worker, ask.FindingId, 'D'));
        return failed ? result : result with { Votes = [.. result.Votes, .. contradictions, new CheckedVote("F-999", Vote.Agree, "mine", [])] };
    }

    private uint Hash(string worker, int round, string name) =>
        name.Aggregate(unchecked((uint)((Seed * 31) + (worker[0] * 7919) + (round * 104729))), (hash, letter) => unchecked((hash * 16777619) ^ letter)) >> 5;
}
