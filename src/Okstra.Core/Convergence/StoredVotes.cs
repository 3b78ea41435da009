using Okstra.Core.Findings;
using Okstra.Core.Workers;

namespace Okstra.Core.Convergence;

/// <summary>What a state document kept of its re-verification dispatches, as a round that could be folded again.</summary>
internal sealed class StoredVotes
{
    private readonly ConvergenceDocument _state;
    private readonly ILookup<(int Round, string Worker, string FindingId), CastVote> _votes;

    public StoredVotes(ConvergenceDocument state)
    {
        _state = state;
        _votes = state.Findings
            .SelectMany(finding => finding.Votes.Select(vote => (Vote: vote, finding.Finding.Id)))
            .ToLookup(entry => (entry.Vote.Round, entry.Vote.Worker, entry.Id), entry => entry.Vote);
    }

    /// <summary>The asks of a batch that nobody ever answered in that role; a dispatch that was made answers all of its own, be it by failing.</summary>
    public IReadOnlyList<Ask> Missing(Batch batch) => Made(batch) is not null
        ? []
        : [.. batch.Asks.Where(ask => Find(batch, ask) is not { } vote || vote.Role != ask.Role)];

    /// <summary>A round of other batches is put together from the votes there are.</summary>
    public RoundResult Round(int round, IReadOnlyList<Batch> plan)
    {
        var record = _state.RoundHistory.FirstOrDefault(record => record.Round == round);
        return new RoundResult(round, record?.StartedAt ?? "", record?.EndedAt ?? "", [.. plan.Select(Result)]);
    }

    private BatchResult Result(Batch batch)
    {
        if (Made(batch) is { } made)
        {
            return Result(batch, made.AgentName, made.TerminalStatus, made.Reason);
        }

        // One answered vote makes the dispatch a completed one; with none it failed as the dispatches failed that it would have been a part of.
        var dispatches = batch.Asks.Where(ask => Find(batch, ask)?.Role == ask.Role).Select(ask => DispatchOf(batch, ask.FindingId)).OfType<DispatchRecord>().ToList();
        var best = dispatches.OrderBy(dispatch => dispatch.TerminalStatus).FirstOrDefault();
        return Result(batch, best?.AgentName ?? "", best?.TerminalStatus ?? WorkerStatus.NotRun, best?.Reason ?? "nobody was asked");
    }

    private BatchResult Result(Batch batch, string agentName, WorkerStatus status, string? reason) => new()
    {
        Worker = batch.Worker,
        Batch = batch.Number,
        AgentName = agentName,
        Status = status,
        Reason = status == WorkerStatus.Completed ? null : reason,
        Votes = status == WorkerStatus.Completed ? [.. batch.Asks.SelectMany(ask => Answers(batch, ask))] : [],
    };

    private IEnumerable<CheckedVote> Answers(Batch batch, Ask ask)
    {
        if (Find(batch, ask) is not { Vote: not Vote.VerificationError } vote || vote.Role != ask.Role)
        {
            return [];
        }

        return Contradiction.TryRead(vote, ask.FindingId, _state.Violations, out var kinds, out var reason)
            ? kinds.Select(kind => new CheckedVote(ask.FindingId, kind, reason, vote.Citations) { Vendor = vote.Vendor })
            : [new CheckedVote(ask.FindingId, vote.Vote, vote.Reason, vote.Citations) { Vendor = vote.Vendor }];
    }

    private CastVote? Find(Batch batch, Ask ask) => _votes[(batch.Round, batch.Worker, ask.FindingId)].FirstOrDefault();

    private DispatchRecord? Made(Batch batch) => Dispatches(batch).FirstOrDefault(dispatch => dispatch.Batch == batch.Number && dispatch.FindingIds.SequenceEqual(batch.FindingIds, StringComparer.Ordinal));

    private DispatchRecord? DispatchOf(Batch batch, string findingId) => Dispatches(batch).FirstOrDefault(dispatch => dispatch.FindingIds.Contains(findingId, StringComparer.Ordinal));

    private IEnumerable<DispatchRecord> Dispatches(Batch batch) => _state.RoundHistory
        .Where(record => record.Round == batch.Round)
        .SelectMany(record => record.Dispatches)
        .Where(dispatch => string.Equals(dispatch.Worker, batch.Worker, StringComparison.Ordinal));
}
