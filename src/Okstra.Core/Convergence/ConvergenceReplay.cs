using System.Globalization;

namespace Okstra.Core.Convergence;

/// <summary>What-if over a finished convergence: the stored answers under another policy or another number of rounds, through the same fold, without any new call.</summary>
public static class ConvergenceReplay
{
    /// <param name="findings">What was voted on.</param>
    /// <param name="state">What came of it; consistent (see <see cref="StateConsistency"/>).</param>
    /// <param name="settlements">What was run to settle contested findings; nothing is run anew. Null when nothing was.</param>
    /// <param name="config">The rules to try.</param>
    public static ReplayOutcome Run(FindingsDocument findings, ConvergenceDocument state, SettlementDocument? settlements, ConvergenceConfig config)
    {
        var (replayed, missing, open) = Fold(findings, state, settlements, config);
        var undetermined = missing.Select(entry => entry.Ask.FindingId).Concat(open).ToHashSet(StringComparer.Ordinal);
        var now = replayed.Findings.ToDictionary(finding => finding.Finding.Id, StringComparer.Ordinal);
        return new ReplayOutcome
        {
            Config = config,
            Findings = [.. state.Findings.Select(finding => Compare(finding, now[finding.Finding.Id], undetermined))],
            Missing = [.. missing.Select(entry => entry.Ask)],
            NewCalls = missing.Select(entry => (entry.Ask.Worker, entry.Ask.Round, entry.Batch)).Distinct().Count(),
            Rounds = replayed.RoundHistory.Count,
        };
    }

    /// <summary>The run's own answers under its own rules.</summary>
    internal static ConvergenceState Again(FindingsDocument findings, ConvergenceDocument state, SettlementDocument? settlements) => Fold(findings, state, settlements, state.Config).State;

    private static (ConvergenceState State, IReadOnlyList<(MissingAsk Ask, int Batch)> Missing, IReadOnlyList<string> Open) Fold(
        FindingsDocument findings, ConvergenceDocument state, SettlementDocument? settlements, ConvergenceConfig config)
    {
        var votes = new StoredVotes(state);
        var input = new ConvergenceInput(config, findings.Voters, findings.Findings);
        var rounds = new List<RoundResult>();
        var missing = new List<(MissingAsk Ask, int Batch)>();
        IReadOnlyList<string> open = [];
        var replayed = ConvergenceFold.Run(input, rounds);
        while (replayed.NextRound is { } round)
        {
            var plan = RoundPlanning.Plan(replayed);
            var unknown = missing.Select(entry => entry.Ask.FindingId).ToHashSet(StringComparer.Ordinal);
            var unanswered = plan
                .SelectMany(batch => votes.Missing(batch).Select(ask => (Ask: new MissingAsk(ask.FindingId, batch.Worker, round, ask.Role), Batch: batch.Number)))
                .Where(entry => !unknown.Contains(entry.Ask.FindingId))
                .ToList();
            var queued = replayed.Queue.Select(finding => finding.Finding.Id).ToList();
            rounds.Add(votes.Round(round, plan));
            replayed = ConvergenceFold.Run(input, rounds);
            missing.AddRange(unanswered);

            // The gate closed because no dispatch completed; one of those that were never made might have, and then the whole queue would have gone on.
            if (unanswered.Count > 0 && replayed.NextRound is null && (replayed.Round2SkippedReason ?? replayed.Round3SkippedReason) == RoundGate.NoCompletedReverify)
            {
                open = queued;
            }
        }

        return (Settlement.Apply(replayed, settlements, state.Inputs), missing, open);
    }

    private static ReplayedFinding Compare(ConvergedFinding then, FindingState now, HashSet<string> undetermined) => new()
    {
        Id = then.Finding.Id,
        Title = then.Finding.Title,
        Then = then.Classification,
        Now = undetermined.Contains(then.Finding.Id) ? null : now.Classification,
        Reason = undetermined.Contains(then.Finding.Id)
            ? "It hangs on answers that nobody gave in this run."
            : now.ConfirmedInRound is { } round and > 0 && now.Classification != then.Classification
                ? string.Create(CultureInfo.InvariantCulture, $"{now.Reason} (After round {round}.)")
                : now.Reason,
    };
}
