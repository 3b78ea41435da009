using Okstra.Core.Convergence;
using Okstra.Core.Findings;
using Okstra.Core.Tasks;
using Okstra.Core.Workers;

namespace Okstra.Testing.Reports;

/// <summary>Convergence state of <see cref="SampleRun"/>: every class once, one dispatch that timed out.</summary>
internal static class SampleConvergence
{
    public static ConvergenceDocument Document(TaskType type)
    {
        var dispatches = SampleDispatches.All(type);
        ConvergedFinding[] findings =
        [
            Finding("F-001", FindingClass.FullConsensus, 2, SampleFindings.LoopOf("C1"), [("claude", "C1"), ("codex", "X1")], ["claude", "codex", "gemini"], [], "Every worker supports it and gemini tried to refute it in round 2.", dispatches),
            Finding("F-002", FindingClass.PartialConsensus, 1, SampleFindings.RetryFinding, [("codex", "X2")], ["claude", "codex"], [], "Two workers support it, nobody with evidence against it.", dispatches),
            Finding("F-003", FindingClass.WorkerUnique, null, SampleFindings.CacheFinding, [("gemini", "G1")], ["gemini"], [], "Nobody else could confirm or refute it.", dispatches),
            Finding("F-004", FindingClass.Contested, null, SampleFindings.DiscountFinding, [("claude", "C2")], ["claude"], ["codex"], "A veto with evidence stands after the last round.", dispatches),
            Finding("F-005", FindingClass.Withdrawn, null, SampleFindings.RoundingFinding, [("gemini", "G2")], [], ["codex"], "Its only supporter withdrew it.", dispatches),
        ];
        return new ConvergenceDocument
        {
            TaskKey = SampleRun.Key.ToString(),
            TaskType = type.Token(),
            Seq = "001",
            Inputs = new Dictionary<string, string>(StringComparer.Ordinal),
            Config = ConvergenceRules.Resolve(type, new ConvergenceSettings { MaxRounds = 2 }),
            Voters = [new Voter("claude", "anthropic", CountsInV: true), new Voter("codex", "openai", CountsInV: true), new Voter("gemini", "google", CountsInV: true)],
            Findings = findings,
            RoundHistory =
            [
                Round(1, ["F-001", "F-002", "F-003", "F-004", "F-005"], ["F-001", "F-003", "F-004", "F-005"], findings, dispatches),
                Round(2, ["F-001", "F-003", "F-004", "F-005"], ["F-004"], findings, dispatches),
            ],
            Round2SkippedReason = null,
            SkippedWorkers = [new SkippedWorker("gemini", 1, WorkerStatus.Timeout, "no answer within 600 s")],
            FinalClassificationCounts = Counts(findings.Select(finding => finding.Classification)),
            ReducedConfidence = false,
        };
    }

    public static IReadOnlyDictionary<string, int> Counts(IEnumerable<FindingClass> classes)
    {
        var list = classes.ToList();
        return Enum.GetValues<FindingClass>().ToDictionary(value => value.Token(), value => list.Count(found => found == value), StringComparer.Ordinal);
    }

    private static ConvergedFinding Finding(
        string id,
        FindingClass classification,
        int? round,
        Finding said,
        (string Worker, string Id)[] sources,
        string[] supporters,
        string[] dissenters,
        string reason,
        IReadOnlyList<DispatchDocument> dispatches) => new()
        {
            Finding = new ClusteredFinding
            {
                Id = id,
                Authors = [.. sources.Select(source => source.Worker)],
                Sources = [.. sources.Select(source => $"{source.Worker}/{source.Id}")],
                TicketIds = [said.TicketId],
                Kind = said.Kind,
                Title = said.Title,
                Claim = said.Claim,
                Severity = said.Severity,
                Confidence = said.Confidence,
                Recommendation = said.Recommendation,
                Evidence = [.. sources.SelectMany(source => said.Evidence.Select(citation => Checked(source.Worker, citation)))],
                Unsupported = said.Evidence.All(citation => ReferenceEquals(citation, SampleFindings.Invented)),
                Positions = [.. sources.Select(source => new AuthorPosition
                {
                    Worker = source.Worker,
                    FindingId = source.Id,
                    Title = said.Title,
                    Claim = said.Claim,
                    Severity = said.Severity,
                    Confidence = said.Confidence,
                    CarryingCitations = said.Evidence.Count,
                })],
            },
            Classification = classification,
            ConfirmedInRound = round,
            Votes = [.. dispatches.Where(dispatch => dispatch.Round > 0 && dispatch.FindingIds.Contains(id)).Select(dispatch => Cast(dispatch, id))],
            Supporters = supporters,
            Dissenters = dissenters,
            SameFamily = false,
            Reason = reason,
        };

    private static CastVote Cast(DispatchDocument dispatch, string id)
    {
        var answer = dispatch.Votes?.Votes.FirstOrDefault(vote => vote.FindingId == id);
        var citations = (answer?.Citations ?? []).Select(citation => Checked(dispatch.Worker, citation)).ToList();
        var vote = answer?.Vote ?? Vote.VerificationError;
        return new CastVote
        {
            Round = dispatch.Round,
            Worker = dispatch.Worker,
            Vote = vote,
            Counted = EvidencePolicy.Instance.Count(vote, citations.Exists(citation => citation.Carries), facesVeto: vote is Vote.Withdraw or Vote.Maintain),
            Reason = answer?.Reason ?? dispatch.Reason!,
            Citations = citations,
        };
    }

    private static Evidence Checked(string worker, Citation citation)
    {
        var evidence = new Evidence
        {
            Kind = citation is Citation.Commit ? "commit" : "file",
            Quote = citation.Quote,
            Check = ReferenceEquals(citation, SampleFindings.Invented) ? CitationVerdict.Fails : ReferenceEquals(citation, SampleFindings.Cache) ? CitationVerdict.Moved : CitationVerdict.Holds,
            Worker = worker,
            Note = ReferenceEquals(citation, SampleFindings.Invented) ? "the quote does not occur in this file" : ReferenceEquals(citation, SampleFindings.Cache) ? "cited at 9-9" : null,
        };
        return citation switch
        {
            Citation.File file => evidence with { Path = file.Path, StartLine = file.StartLine, EndLine = file.EndLine },
            Citation.Commit commit => evidence with { Sha = commit.Sha },
            _ => evidence,
        };
    }

    private static RoundRecord Round(int round, string[] before, string[] after, ConvergedFinding[] findings, IReadOnlyList<DispatchDocument> dispatches) => new()
    {
        Round = round,
        StartedAt = "2026-11-20T21:52:00Z",
        EndedAt = "2026-11-20T21:55:00Z",
        QueueBefore = before,
        QueueAfter = after,
        Dispatches = [.. dispatches.Where(dispatch => dispatch.Round == round).Select(dispatch => new DispatchRecord
        {
            Worker = dispatch.Worker,
            AgentName = $"{dispatch.AgentName}-reverify-r{round}",
            Batch = 1,
            TerminalStatus = dispatch.Status,
            FindingIds = dispatch.FindingIds,
            Reason = dispatch.Reason,
        })],
        Votes = Enum.GetValues<Vote>().ToDictionary(
            vote => vote.Token(),
            vote => findings.SelectMany(finding => finding.Votes).Count(cast => cast.Round == round && cast.Counted == vote),
            StringComparer.Ordinal),
        Confirmed = Enum.GetValues<FindingClass>().Where(value => value is not FindingClass.Contested).ToDictionary(
            value => value.Token(),
            value => (IReadOnlyList<string>)[.. findings.Where(finding => finding.Classification == value && (finding.ConfirmedInRound ?? 2) == round).Select(finding => finding.Finding.Id)],
            StringComparer.Ordinal),
    };
}
