using Okstra.Core.Findings;

namespace Okstra.Core.Convergence;

/// <summary>How a worker that voted two ways on one finding in one answer stands in documents, and how such a vote is recognised there again.</summary>
internal static class Contradiction
{
    private const string Mark = "contradicts itself (";
    private const string MarkEnd = "): ";
    private const string And = " and ";

    private static readonly Dictionary<string, Vote> Votes = Enum.GetValues<Vote>().ToDictionary(vote => vote.Token(), StringComparer.Ordinal);

    public static string Reason(IReadOnlyList<Vote> kinds, string reason) => $"{Mark}{Tokens(kinds)}{MarkEnd}{reason}";

    public static string Violation(IReadOnlyList<Vote> kinds, string findingId) => $"voted {Tokens(kinds)} on {findingId} in one answer";

    /// <summary>The votes behind a stored one. A worker may write the mark into its reason; only a recorded violation makes it a contradiction.</summary>
    public static bool TryRead(CastVote stored, string findingId, IEnumerable<RoundViolation> violations, out IReadOnlyList<Vote> kinds, out string reason)
    {
        (kinds, reason) = ([stored.Vote], stored.Reason);
        var end = stored.Reason.IndexOf(MarkEnd, StringComparison.Ordinal);
        if (end < 0 || !stored.Reason.StartsWith(Mark, StringComparison.Ordinal))
        {
            return false;
        }

        var tokens = stored.Reason[Mark.Length..end].Split(And);
        if (!tokens.All(Votes.ContainsKey))
        {
            return false;
        }

        var found = tokens.Select(token => Votes[token]).ToList();
        var message = Violation(found, findingId);
        if (!violations.Any(violation => violation.Round == stored.Round && violation.Message == message && string.Equals(violation.Worker, stored.Worker, StringComparison.Ordinal)))
        {
            return false;
        }

        (kinds, reason) = (found, stored.Reason[(end + MarkEnd.Length)..]);
        return true;
    }

    private static string Tokens(IEnumerable<Vote> kinds) => string.Join(And, kinds.Select(kind => kind.Token()));
}
