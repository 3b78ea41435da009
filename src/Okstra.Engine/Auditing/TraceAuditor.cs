using Okstra.Core.Auditing;
using Okstra.Core.Convergence;
using Okstra.Core.Findings;

namespace Okstra.Engine.Auditing;

/// <summary>Maps stack traces, paths, symbols, messages and words of the brief to places in the source.</summary>
public sealed class TraceAuditor : IAuditor
{
    private const int MostFindings = 6;

    /// <summary>A candidate far behind the best one only dilutes the answer.</summary>
    private const double LeastShare = 0.1;

    public string Worker => "auditor-trace";

    public async Task<AuditOutcome> AnalyseAsync(AuditContext context, CancellationToken cancellationToken)
    {
        var signals = BriefParser.Parse(context.BriefText);
        var places = await CandidateSearch.RunAsync(context.Tree, signals, cancellationToken);
        var kept = places.Where(place => place.Candidate.Score >= places[0].Candidate.Score * LeastShare).Take(MostFindings).ToList();
        var confidences = Confidence.Of(kept);
        return new AuditOutcome.Answered(new WorkerAnswer
        {
            Summary = Summary(signals, kept),
            KeyFinding = kept.Count == 0 ? "Nothing the report names was found in the inspected source." : FindingWording.Title(kept[0]),
            Findings =
            [
                .. kept.Select((place, index) => new Finding
                {
                    Id = $"T-{index + 1:000}",
                    TicketId = context.TicketId,
                    Kind = FindingWording.KindOf(place),
                    Title = FindingWording.Title(place),
                    Claim = FindingWording.Claim(place),
                    Severity = FindingWording.SeverityOf(confidences[index]),
                    Confidence = confidences[index],
                    Evidence = [.. place.Citations],
                    Recommendation = FindingWording.Recommendation(place),
                }),
            ],
            Questions = [.. Questions(signals, kept)],
        });
    }

    public Task<ReverifyAnswer> ReverifyAsync(AuditContext context, IReadOnlyList<ClusteredFinding> findings, CancellationToken cancellationToken) =>
        TraceVotes.CastAsync(context, findings, cancellationToken);

    private static string Summary(BriefSignals signals, List<LocatedCandidate> places)
    {
        var read = $"The report holds {signals.Frames.Count} stack frame(s), {signals.Paths.Count} path(s), {signals.Symbols.Count} symbol(s) and {signals.Messages.Count} message piece(s).";
        var frames = places.Count(place => place.Candidate.Clues.Any(clue => clue.Kind == ClueKind.Frame));
        return places.Count == 0
            ? $"{read} None of them could be placed in the inspected source."
            : $"{read} They lead to {places.Count} place(s), {frames} of them on the reported stack; the first is {places[0].Path}:{places[0].Line}. This lens compares texts and runs nothing: it says where the failure surfaces, not why.";
    }

    private static IEnumerable<Question> Questions(BriefSignals signals, List<LocatedCandidate> places)
    {
        if (signals.Frames.Count == 0)
        {
            yield return new Question
            {
                Kind = "material",
                Text = "What is the complete stack trace or error output of the failure?",
                Why = "The report holds no stack frame, so places were found by names and words only.",
                Where = "The console or log of the failing program; paste it into the brief.",
                AnswerShape = "text",
            };
        }

        if (places.Count == 0)
        {
            yield return new Question
            {
                Kind = "material",
                Text = "Which file, function, command or error message does the failure show in?",
                Why = "Nothing the report names occurs in the inspected source.",
                Where = "The user interface, log or command line where the failure was seen; add it to the brief.",
                AnswerShape = "text",
            };
        }
    }
}
