using Okstra.Core.Auditing;
using Okstra.Core.Convergence;
using Okstra.Core.Findings;

namespace Okstra.Engine.Auditing;

/// <summary>Log, blame, churn and co-change of the places the brief leads to.</summary>
public sealed class HistoryAuditor : IAuditor
{
    private const int MostPlaces = 8;

    private const int MostFindings = 6;

    private const int WidestBlame = 60;

    public string Worker => "auditor-history";

    public async Task<AuditOutcome> AnalyseAsync(AuditContext context, CancellationToken cancellationToken)
    {
        if (context.GitFolder is not { } folder || context.Tree.Commit is not { } commit)
        {
            return new AuditOutcome.NotRun("not-a-git-repository");
        }

        var signals = BriefParser.Parse(context.BriefText);
        var history = new GitHistory(context.Git, folder, commit);
        var ranking = new HistoryRanking(signals, await history.ReadCommitsAsync(cancellationToken));
        var places = HistoryOrder.Of(await CandidateSearch.RunAsync(context.Tree, signals, cancellationToken), ranking);
        var lens = new HistoryLens(context, history, ranking);
        var findings = new List<Finding>();
        var confidences = Confidence.Of(places);
        var started = context.Clock.GetTimestamp();
        foreach (var (index, place) in places.Take(MostPlaces).Index())
        {
            if (findings.Count == MostFindings || context.Clock.GetElapsedTime(started) > context.SearchBudget)
            {
                break;
            }

            // The cited lines themselves first: what re-verification will look at.
            if (await lens.LookAsync(place.Path, place.Line - Votes.Tolerance, place.Line + Votes.Tolerance, cancellationToken) is { } evidence)
            {
                findings.Add(Finding(context, place, evidence, confidences[index], findings.Count + 1, ranking));
            }
        }

        return new AuditOutcome.Answered(new WorkerAnswer
        {
            Summary = Summary(ranking, places, findings),
            KeyFinding = findings.Count == 0 ? "The history at hand says nothing about the places the report leads to." : findings[0].Title,
            Findings = findings,
        });
    }

    public async Task<ReverifyAnswer> ReverifyAsync(AuditContext context, IReadOnlyList<ClusteredFinding> findings, CancellationToken cancellationToken)
    {
        var votes = new List<VoteAnswer>();
        HistoryLens? lens = null;
        if (context.GitFolder is { } folder && context.Tree.Commit is { } commit)
        {
            var history = new GitHistory(context.Git, folder, commit);
            lens = new HistoryLens(context, history, new HistoryRanking(BriefParser.Parse(context.BriefText), await history.ReadCommitsAsync(cancellationToken)));
        }

        foreach (var finding in findings)
        {
            votes.Add(lens is null ? Votes.Unverifiable(finding, "There is no history outside git.") : await VoteAsync(lens, finding, cancellationToken));
        }

        return new ReverifyAnswer { Votes = votes };
    }

    private static async Task<VoteAnswer> VoteAsync(HistoryLens lens, ClusteredFinding finding, CancellationToken cancellationToken)
    {
        foreach (var (path, start, end) in Votes.Places(finding))
        {
            var last = Math.Min(end, start + WidestBlame);
            if (await lens.LookAsync(path, start - Votes.Tolerance, last + Votes.Tolerance, cancellationToken) is { } evidence)
            {
                return Votes.Agree(finding, $"In {path} {evidence.Reason}.", evidence.Citations);
            }
        }

        return Votes.Unverifiable(finding, "No commit in the history at hand ties the cited lines to the report.");
    }

    private static Finding Finding(AuditContext context, LocatedCandidate place, HistoryEvidence evidence, double confidence, int number, HistoryRanking ranking)
    {
        var partners = ranking.ChangesWith(place.Path);
        var together = partners.Count == 0 ? "" : $" Files that usually change with it: {string.Join(", ", partners.Select(partner => $"{partner.Path} ({partner.Times} times)"))}.";
        return new Finding
        {
            Id = $"H-{number:000}",
            TicketId = context.TicketId,
            Kind = FindingWording.KindOf(place),
            Title = FindingWording.Title(place),
            Claim = $"{FindingWording.Claim(place)} In the history {evidence.Reason}.",
            Severity = FindingWording.SeverityOf(confidence),
            Confidence = confidence,
            Evidence = [.. place.Citations, .. evidence.Citations.Where(citation => citation is not Citation.File file || !place.Citations.Contains(file))],
            Recommendation = $"{FindingWording.Recommendation(place)}{together}",
        };
    }

    private static string Summary(HistoryRanking ranking, IReadOnlyList<LocatedCandidate> places, List<Finding> findings) =>
        ranking.Commits.Count <= 1
            ? "The history at hand has at most one commit (a new repository or a shallow clone), so this lens says nothing."
            : $"Read {ranking.Commits.Count} commit(s) up to the inspected one; of the {Math.Min(MostPlaces, places.Count)} best places the report leads to, history bears on {findings.Count}.";
}
