using Okstra.Core.Convergence;
using Okstra.Core.Workers;

namespace Okstra.Core.Tests.Convergence;

/// <summary>Plays rounds with scripted answers until convergence is finished.</summary>
internal static class Play
{
    /// <summary>
    /// One string per worker, one character per round: A/a = AGREE with/without evidence, D/d = DISAGREE with/without, u = UNVERIFIABLE,
    /// w = WITHDRAW, m = MAINTAIN, x = the dispatch fails, - = no vote in a completed answer. Rounds beyond the string repeat its last character.
    /// </summary>
    public static (ConvergenceState State, List<Batch> Asked) Run(ConvergenceInput input, IReadOnlyDictionary<string, string> script) =>
        Run(input, (batch, _) => CharOf(script, batch));

    public static (ConvergenceState State, List<Batch> Asked) Run(ConvergenceInput input, Func<Batch, Ask, char> answer)
    {
        var rounds = new List<RoundResult>();
        var asked = new List<Batch>();
        var state = ConvergenceFold.Run(input, rounds);
        while (!state.Finished)
        {
            var plan = RoundPlanning.Plan(state);
            asked.AddRange(plan);
            rounds.Add(new RoundResult(state.NextRound!.Value, "2026-01-01T00:00:00Z", "2026-01-01T00:01:00Z", [.. plan.Select(batch => Result(batch, ask => answer(batch, ask)))]));
            state = ConvergenceFold.Run(input, rounds);
        }

        return (state, asked);
    }

    public static BatchResult Result(Batch batch, Func<Ask, char> answer)
    {
        var letters = batch.Asks.Select(ask => (ask.FindingId, Letter: answer(ask))).ToList();
        var failed = letters.Exists(pair => pair.Letter == 'x');
        return new BatchResult
        {
            Worker = batch.Worker,
            Batch = batch.Number,
            AgentName = $"{batch.Worker}-reverify-r{batch.Round}",
            Status = failed ? WorkerStatus.Timeout : WorkerStatus.Completed,
            Reason = failed ? "out of time" : null,
            Votes = failed ? [] : [.. letters.Where(pair => pair.Letter != '-').Select(pair => Vote(batch.Worker, pair.FindingId, pair.Letter))],
        };
    }

    public static CheckedVote Vote(string worker, string findingId, char letter) => Sample.Says(
        worker,
        findingId,
        char.ToLowerInvariant(letter) switch
        {
            'a' => Core.Findings.Vote.Agree,
            'd' => Core.Findings.Vote.Disagree,
            'u' => Core.Findings.Vote.Unverifiable,
            'w' => Core.Findings.Vote.Withdraw,
            'm' => Core.Findings.Vote.Maintain,
            _ => throw new ArgumentOutOfRangeException(nameof(letter), letter, "not a scripted vote"),
        },
        char.IsUpper(letter));

    public static FindingState Only(this ConvergenceState state) => Assert.Single(state.Findings);

    private static char CharOf(IReadOnlyDictionary<string, string> script, Batch batch)
    {
        var letters = script[batch.Worker];
        return letters[Math.Min(batch.Round, letters.Length) - 1];
    }
}
