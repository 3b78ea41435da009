using Okstra.Core.Convergence;
using Okstra.Core.Findings;
using Okstra.Core.Workers;

namespace Okstra.Engine.Convergence;

/// <summary>The dispatch documents of a round as the fold takes them, their citations checked.</summary>
public static class RoundResults
{
    public static async Task<RoundResult> OfAsync(int round, IReadOnlyList<DispatchDocument> documents, CitationCheck check, CancellationToken cancellationToken)
    {
        var results = new List<BatchResult>(documents.Count);
        foreach (var document in documents)
        {
            results.Add(new BatchResult
            {
                Worker = document.Worker,
                Batch = document.Batch,
                AgentName = document.AgentName,
                Status = document.Usable || document.Status != WorkerStatus.Completed ? document.Status : WorkerStatus.Error,
                Reason = document.Reason,
                Votes = document is { Usable: true, Votes: { } votes } ? By(document, await check.CheckVotesAsync(document.Worker, votes, cancellationToken)) : [],
            });
        }

        // From the documents, not from the clock: a resumed run must fold to the same bytes.
        return new RoundResult(
            round,
            documents.Count == 0 ? "" : documents.Min(document => document.StartedAt)!,
            documents.Count == 0 ? "" : documents.Max(document => document.EndedAt)!,
            results);
    }

    private static IReadOnlyList<CheckedVote> By(DispatchDocument document, IReadOnlyList<CheckedVote> votes) =>
        document.Rerouted is null ? votes : [.. votes.Select(vote => vote with { Vendor = document.Vendor })];
}
