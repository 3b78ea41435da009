using Okstra.Core.Convergence;
using Okstra.Core.Findings;
using Okstra.Core.Tasks;

namespace Okstra.Core.Reports;

/// <summary>The words of a report that nobody wrote: plain sentences that say no more than the state does.</summary>
internal sealed class NarrativeComposer(ReportMaterial material, string routing, IReadOnlyList<string> openRequests)
{
    private const int ShownLines = 3;
    private const int SummaryLength = 280;

    private readonly Text.ReportTexts _texts = material.Texts;

    public NarrativeFields Compose() => new()
    {
        Title = OneLine(material.Inputs.BriefTitle) is { Length: > 0 } title ? title : material.Inputs.TaskKey.ToString(),
        ProblemSummary = [.. Problems()],
        FinalConclusion = Conclusion(),
        Direction = VerdictComposer.Direction(material),
        Rationale = Rationale(),
        DetailedAnalysis = [.. Analysis()],
        NextSteps = [.. Steps()],
    };

    /// <summary>Lines of section 6 about section 7, whoever wrote the others (R-REP-26, R-REP-27).</summary>
    public static IEnumerable<string> FollowUpSteps(ReportMaterial material)
    {
        var followUps = material.Inputs.FollowUps;
        yield return material.Texts.Format("say.next.followUps", followUps.Count == 0 ? material.Texts["value.none"] : string.Join(", ", followUps.Select(row => row.NewTaskId)));
        foreach (var row in followUps)
        {
            yield return row.AutoSpawn
                ? FollowUps.FollowUpSteps.Line(material.Inputs.TaskKey.Group, row.NewTaskId, row.SuggestedTaskType)
                : material.Texts.Format("say.next.spawn", row.NewTaskId, row.Title);
        }
    }

    private IEnumerable<string> Problems()
    {
        yield return $"brief: {Brief()}";
        yield return $"source: {Source()}";
        if (material.Voters.Count == 0)
        {
            yield return $"worker: {_texts["say.worker.unusable"]}";
        }
        else if (material.Findings.Count == 0)
        {
            yield return $"worker: {_texts.Format("say.worker.none", material.Voters.Count)}";
        }

        foreach (var finding in material.Findings.Take(ShownLines))
        {
            yield return $"worker {(finding.Authors is [var author, ..] ? author : "?")}: {_texts.Format("say.worker.finding", finding.Id, OneLine(finding.Title))}";
        }
    }

    private string Brief()
    {
        var body = material.Inputs.BriefText.Split('\n').Select(OneLine).FirstOrDefault(line => line.Length > 0 && line[0] != '#' && line[0] != '-');
        return OneLine(material.Inputs.BriefTitle) is { Length: > 0 } title ? title : body ?? material.Inputs.TaskKey.ToString();
    }

    private string Source() => material.Inputs switch
    {
        { InnermostFrames: [var frame, ..] } => _texts.Format("say.source.frame", frame.Path, frame.Line),
        { Project.InspectedCommit: { } commit } => _texts.Format("say.source.commit", commit),
        _ => _texts["say.source.folder"],
    };

    private string Conclusion()
    {
        if (material.Voters.Count == 0)
        {
            return _texts["say.conclusion.unusable"];
        }

        if (material.Findings.Count == 0)
        {
            return _texts.Format("say.conclusion.none", material.Voters.Count);
        }

        if (material.Confirmed.FirstOrDefault() is { } confirmed)
        {
            return _texts.Format("say.conclusion.confirmed", material.Findings.Count, material.Confirmed.Count(), FindingPlaces.Of(confirmed), OneLine(confirmed.Title));
        }

        return material.Findings.FirstOrDefault(finding => finding.Classification == FindingClass.WorkerUnique) is { } unique
            ? _texts.Format("say.conclusion.unique", string.Join(", ", unique.Authors), FindingPlaces.Of(unique), OneLine(unique.Title))
            : _texts["say.conclusion.contested"];
    }

    private string Rationale()
    {
        var evidence = material.Findings.SelectMany(finding => finding.Evidence).ToList();
        var vendors = material.Voters.Select(voter => voter.Vendor).Distinct(StringComparer.Ordinal).Count();
        var said = _texts.Format("say.rationale", evidence.Count(cited => cited.Carries), evidence.Count, material.Voters.Count, vendors, material.Inputs.Convergence.RoundHistory.Count);
        return material.Mode == ReportMode.Deterministic ? $"{said} {_texts["say.rationale.deterministic"]}" : said;
    }

    private IEnumerable<string> Analysis()
    {
        var counts = material.Inputs.Convergence.FinalClassificationCounts;
        object Count(FindingClass value) => counts.GetValueOrDefault(Tokens.Of(value));
        yield return _texts.Format(
            "say.analysis.rounds",
            material.Inputs.Convergence.RoundHistory.Count,
            Count(FindingClass.FullConsensus),
            Count(FindingClass.PartialConsensus),
            Count(FindingClass.WorkerUnique),
            Count(FindingClass.Contested),
            Count(FindingClass.Withdrawn));
        var unsupported = string.Join(", ", material.Findings.Where(finding => finding.Unsupported).Select(finding => finding.Id));
        if (unsupported.Length > 0)
        {
            yield return _texts.Format("say.analysis.unsupported", unsupported);
        }
    }

    private IEnumerable<string> Steps()
    {
        foreach (var finding in material.Findings.Where(finding => finding.Evidence.Any(Carries) && finding.Classification != FindingClass.Withdrawn).Take(1))
        {
            yield return _texts.Format("say.next.look", FindingPlaces.Of(finding), OneLine(finding.Recommendation) is { Length: > 0 } advice ? advice : OneLine(finding.Title));
        }

        var contested = string.Join(", ", material.Findings.Where(finding => finding.Classification == FindingClass.Contested).Select(finding => finding.Id));
        if (contested.Length > 0)
        {
            yield return _texts.Format("say.next.contested", contested);
        }

        if (openRequests.Count > 0)
        {
            yield return _texts.Format("say.next.answer", string.Join(", ", openRequests));
        }

        if (material.Inputs.TaskType == TaskType.ImplementationPlanning)
        {
            yield return _texts["say.next.approve"];
        }

        var again = string.Equals(routing, material.Inputs.TaskType.Token(), StringComparison.Ordinal);
        yield return _texts.Format(again ? "say.next.again" : "say.next.phase", material.Inputs.TaskKey, routing);
    }

    private static bool Carries(Evidence evidence) => evidence.Carries;

    private static string OneLine(string text) => Text.SafeText.OneLine(text, SummaryLength);
}
