using Okstra.Core.Findings;
using Okstra.Core.Workers;

namespace Okstra.Core.Convergence;

/// <summary>Convergence as a pure fold over the rounds: same documents, same classes, in whatever order they arrived.</summary>
public static class ConvergenceFold
{
    private static readonly Vote[] VoteKinds = Enum.GetValues<Vote>();

    /// <summary>Folds the executed rounds in their order; rounds after the last one the gates allow are not looked at.</summary>
    public static ConvergenceState Run(ConvergenceInput input, IReadOnlyList<RoundResult> rounds)
    {
        var state = Start(input);
        while (state.NextRound is { } next && rounds.FirstOrDefault(round => round.Round == next) is { } result)
        {
            state = AddRound(state, result);
        }

        return state;
    }

    private static ConvergenceState Start(ConvergenceInput input)
    {
        var voters = input.Voters.Select(voter => voter.Worker).ToHashSet(StringComparer.Ordinal);
        var state = new ConvergenceState
        {
            Input = input,
            Findings =
            [
                .. input.Findings.Select(finding => new FindingState
                {
                    Finding = finding,
                    Supporters = [.. finding.Authors.Where(voters.Contains).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)],
                    Dissenters = [],
                    Votes = [],
                }),
            ],
            RoundHistory = [],
            SkippedWorkers = [],
            Violations = [],
            NextRound = null,
        };
        var rules = PolicyRules.Of(input.Config.Policy);
        if (!input.LoopRuns)
        {
            return WithSkipReasons(state with { Findings = [.. state.Findings.Select(finding => Classify(finding, rules.WithoutLoop(finding), input, null))] }, queued: 1);
        }

        state = state with { Findings = [.. state.Findings.Select(finding => rules.BeforeRounds(finding, input) is { } earned ? Classify(finding, earned, input, 0) : finding)] };
        return state.Queue.Count > 0 ? state with { NextRound = 1 } : WithSkipReasons(state, queued: 0);
    }

    private static ConvergenceState AddRound(ConvergenceState state, RoundResult result)
    {
        var round = result.Round;
        var rules = PolicyRules.Of(state.Input.Config.Policy);
        var violations = new List<RoundViolation>();
        var plan = RoundPlanning.Plan(state).OrderBy(batch => batch.Worker, StringComparer.Ordinal).ThenBy(batch => batch.Number).ToList();
        var dispatches = plan.Select(batch => (Batch: batch, Result: ResultOf(batch, result))).ToList();
        var cast = dispatches.SelectMany(pair => VoteCounting.Collect(rules, pair.Batch, pair.Result, violations)).ToLookup(vote => vote.Key, vote => vote.Value, StringComparer.Ordinal);
        var voted = state.Findings.Select(finding => Apply(finding, [.. cast[finding.Finding.Id]])).ToList();
        var record = new RoundRecord
        {
            Round = round,
            StartedAt = result.StartedAt,
            EndedAt = result.EndedAt,
            QueueBefore = Ids(state.Queue),
            QueueAfter = [],
            Dispatches = [.. dispatches.Select(pair => Record(pair.Batch, pair.Result))],
            Votes = VoteKinds.ToDictionary(kind => kind.Token(), kind => cast.SelectMany(votes => votes).Count(vote => vote.Counted == kind), StringComparer.Ordinal),
            Confirmed = new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal),
        };

        var settled = Settle(voted, state.Input, round, lastRound: false);
        var goesOn = RoundGate.ReasonToSkip(round + 1, state.Input.Config.EffectiveMaxRounds, settled.Count(finding => finding.Classification is null), record) is null;
        if (!goesOn)
        {
            settled = Settle(settled, state.Input, round, lastRound: true);
        }

        record = record with { QueueAfter = Ids(settled.Where(finding => finding.Classification is null)), Confirmed = ConfirmedIn(round, settled) };
        if (!goesOn)
        {
            settled = [.. settled.Select(finding => finding.Classification is null ? Classify(finding, FindingClass.Contested, state.Input, null) : finding)];
        }

        var after = state with
        {
            Findings = settled,
            RoundHistory = [.. state.RoundHistory, record],
            SkippedWorkers = [.. state.SkippedWorkers, .. record.Dispatches.Where(dispatch => dispatch.TerminalStatus != WorkerStatus.Completed)
                .DistinctBy(dispatch => dispatch.Worker, StringComparer.Ordinal)
                .Select(dispatch => new SkippedWorker(dispatch.Worker, round, dispatch.TerminalStatus, dispatch.Reason ?? ""))],
            Violations = [.. state.Violations, .. violations],
            NextRound = goesOn ? round + 1 : null,
        };
        return goesOn ? after : WithSkipReasons(after, record.QueueAfter.Count);
    }

    /// <summary>
    /// Moves workers between S and D. Only what counts as AGREE or DISAGREE takes a side, WITHDRAW leaves S, and an explicit UNVERIFIABLE lifts the
    /// worker's own veto; what counts for nothing (under <c>evidence</c> a lazy AGREE or a CONCERN) moves nobody, and neither does an error.
    /// </summary>
    private static FindingState Apply(FindingState finding, IReadOnlyList<CastVote> votes)
    {
        var supporters = new SortedSet<string>(finding.Supporters, StringComparer.Ordinal);
        var dissenters = new SortedSet<string>(finding.Dissenters, StringComparer.Ordinal);
        foreach (var vote in votes)
        {
            switch (vote.Counted)
            {
                case Vote.Agree:
                    supporters.Add(vote.Worker);
                    dissenters.Remove(vote.Worker);
                    break;
                case Vote.Disagree:
                    dissenters.Add(vote.Worker);
                    supporters.Remove(vote.Worker);
                    break;
                case Vote.Withdraw:
                    supporters.Remove(vote.Worker);
                    break;
                case Vote.Unverifiable when vote.Vote == Vote.Unverifiable:
                    dissenters.Remove(vote.Worker);
                    break;
                default:
                    break;
            }
        }

        return votes.Count == 0 ? finding : finding with { Supporters = [.. supporters], Dissenters = [.. dissenters], Votes = [.. finding.Votes, .. votes] };
    }

    private static List<FindingState> Settle(IEnumerable<FindingState> findings, ConvergenceInput input, int round, bool lastRound) =>
    [
        .. findings.Select(finding => finding.Classification is null && PolicyRules.Of(input.Config.Policy).AfterRound(finding, input, lastRound) is { } earned
            ? Classify(finding, earned, input, round)
            : finding),
    ];

    private static FindingState Classify(FindingState finding, FindingClass classification, ConvergenceInput input, int? round) =>
        finding with { Classification = classification, ConfirmedInRound = round, Reason = ClassReason.Of(finding, classification, input) };

    private static ConvergenceState WithSkipReasons(ConvergenceState state, int queued)
    {
        if (!state.Input.Config.Enabled)
        {
            return state;
        }

        string? Reason(int round) => state.RoundHistory.Count >= round
            ? null
            : RoundGate.ReasonToSkip(round, state.Input.Config.EffectiveMaxRounds, queued, state.RoundHistory.Count == 0 ? null : state.RoundHistory[^1]);

        return state with { Round2SkippedReason = Reason(2), Round3SkippedReason = Reason(3) };
    }

    // Two results for one batch can only come from a repeated dispatch; which one arrived first must not matter.
    private static BatchResult? ResultOf(Batch batch, RoundResult round) => round.Batches
        .Where(result => result.Batch == batch.Number && string.Equals(result.Worker, batch.Worker, StringComparison.Ordinal))
        .OrderBy(result => result.Status)
        .ThenByDescending(result => result.Votes.Count)
        .FirstOrDefault();

    private static DispatchRecord Record(Batch batch, BatchResult? result) => new()
    {
        Worker = batch.Worker,
        AgentName = result?.AgentName ?? "",
        Batch = batch.Number,
        TerminalStatus = result?.Status ?? WorkerStatus.NotRun,
        FindingIds = batch.FindingIds,
        Reason = result?.Reason ?? (result is null ? "no result" : null),
    };

    private static Dictionary<string, IReadOnlyList<string>> ConfirmedIn(int round, IReadOnlyList<FindingState> findings) => Enum.GetValues<FindingClass>()
        .Where(classification => classification != FindingClass.Contested)
        .ToDictionary(
            classification => classification.Token(),
            classification => Ids(findings.Where(finding => finding.ConfirmedInRound == round && finding.Classification == classification)),
            StringComparer.Ordinal);

    private static IReadOnlyList<string> Ids(IEnumerable<FindingState> findings) => [.. findings.Select(finding => finding.Finding.Id)];
}
