using Okstra.Core.Convergence;
using Okstra.Core.Findings;

namespace Okstra.Core.Tests.Convergence;

/// <summary>Small worlds for convergence tests: workers a, b, c… of vendors A, B, C…</summary>
internal static class Sample
{
    public static Evidence Holding(string worker, int line = 10, string path = "src/app.py", string quote = "value = load()") => new()
    {
        Kind = "file",
        Quote = quote,
        Check = CitationVerdict.Holds,
        Worker = worker,
        Path = path,
        StartLine = line,
        EndLine = line,
    };

    public static Evidence Failing(string worker) => Holding(worker) with { Check = CitationVerdict.Fails };

    public static ClusteredFinding Finding(string id, params string[] authors) => new()
    {
        Id = id,
        Authors = authors,
        Sources = [.. authors.Select(author => $"{author}/x")],
        TicketIds = [],
        Kind = "cause",
        Title = $"title {id}",
        Claim = $"claim {id}",
        Severity = Severity.Major,
        Confidence = 0.5,
        Recommendation = "",
        Evidence = [.. authors.Select(author => Holding(author))],
        Unsupported = false,
        Positions = [.. authors.Select(author => Position(author, 0.5, 1))],
    };

    public static ClusteredFinding Unsupported(string id, params string[] authors) => Finding(id, authors) with
    {
        Evidence = [.. authors.Select(Failing)],
        Unsupported = true,
        Positions = [.. authors.Select(author => Position(author, 0.5, 0))],
    };

    public static AuthorPosition Position(string worker, double confidence, int carrying) => new()
    {
        Worker = worker,
        FindingId = "x",
        Title = "title",
        Claim = "claim",
        Severity = Severity.Major,
        Confidence = confidence,
        CarryingCitations = carrying,
    };

    /// <summary>Every letter is a worker of its own vendor; an upper-case letter is an extra voter that is not in V.</summary>
    public static ConvergenceInput Input(string workers, int maxRounds, params ClusteredFinding[] findings) => Input(ConvergencePolicy.Evidence, workers, maxRounds, findings);

    public static ConvergenceInput Input(ConvergencePolicy policy, string workers, int maxRounds, params ClusteredFinding[] findings) => new(
        new ConvergenceConfig { Enabled = true, RequestedMaxRounds = maxRounds, EffectiveMaxRounds = maxRounds, VerificationMode = "lightweight", Policy = policy },
        [.. workers.Select(letter => new Voter(letter.ToString(), $"vendor-{letter}", char.IsLower(letter)))],
        findings);

    public static CheckedVote Says(string worker, string findingId, Vote vote, bool evidence) =>
        new(findingId, vote, $"{worker} says {vote}", evidence ? [Holding(worker)] : []);
}
