using System.Globalization;
using Okstra.Core.Convergence;
using Okstra.Core.Findings;
using Okstra.Core.Text;
using Okstra.Core.Workers;

namespace Okstra.Core.Reports;

/// <summary>Section 1: counts, consensus, differences with every position verbatim, and the round history as the state has it.</summary>
internal static class MarkdownCrossVerification
{
    public static void Write(MarkdownPage page, ReportDocument report, ReportTexts texts)
    {
        page.Heading(2, texts["heading.1"]);
        page.Raw($"{texts["label.counts"]}:");
        page.Table(ReportColumns.Of("counts", texts), report.FinalClassificationCounts.Select(count => new[]
        {
            texts[$"class.{count.Key}"],
            string.Create(CultureInfo.InvariantCulture, $"{count.Value}"),
        }));

        page.Heading(3, texts["heading.1.1"]);
        page.TableOr(texts["empty.1.1"], ReportColumns.Of("heading.1.1", texts), [.. In(report, report.ConsensusIds).Select(finding => Cells(finding, texts, string.Join(", ", finding.Authors)))]);
        Differences(page, report, texts);
        if (report.Convergence.Enabled)
        {
            History(page, report, texts);
        }
    }

    private static void Differences(MarkdownPage page, ReportDocument report, ReportTexts texts)
    {
        page.Heading(3, texts["heading.1.2"]);
        var findings = In(report, report.DifferenceIds).ToList();
        page.TableOr(texts["empty.1.2"], ReportColumns.Of("heading.1.2", texts), [.. findings.Select(finding => Cells(finding, texts, finding.Reason))]);
        foreach (var finding in findings)
        {
            page.Heading(4, $"{finding.Id} {MarkdownText.Line(finding.Title)}");
            page.Table(ReportColumns.Of("positions", texts), Positions(finding, texts));
            if (finding.Settlement is { } settlement)
            {
                page.Raw(SettlementText.Markdown(settlement, texts));
            }
        }
    }

    private static IEnumerable<IReadOnlyList<string>> Positions(ReportFinding finding, ReportTexts texts)
    {
        foreach (var statement in finding.Statements)
        {
            var evidence = finding.Evidence.Where(cited => string.Equals(cited.Worker, statement.Worker, StringComparison.Ordinal));
            yield return [MarkdownText.Cell(statement.Worker), "0", MarkdownText.Cell(texts["label.authorPosition"]), "", MarkdownText.Cell(statement.Claim), Citations(evidence)];
        }

        foreach (var vote in finding.Votes)
        {
            yield return
            [
                MarkdownText.Cell(vote.Worker),
                string.Create(CultureInfo.InvariantCulture, $"{vote.Round}"),
                Tokens.Of(vote.Vote),
                Tokens.Of(vote.Counted),
                MarkdownText.Cell(vote.Reason),
                Citations(vote.Citations),
            ];
        }
    }

    private static string Citations(IEnumerable<Evidence> evidence) =>
        string.Join("<br>", evidence.Select(cited => $"{MarkdownText.Code(FindingPlaces.Of(cited), inTable: true)} {Tokens.Of(cited.Check)}"));

    private static void History(MarkdownPage page, ReportDocument report, ReportTexts texts)
    {
        page.Heading(3, texts["heading.1.3"]);
        page.TableOr(texts["empty.1.3"], ReportColumns.Of("heading.1.3", texts), [.. report.RoundHistory.Select(Round)]);
        page.Lines(
        [
            $"- round2SkippedReason: {MarkdownText.Code(report.Round2SkippedReason ?? "null", inTable: false)}",
            .. report.Convergence.EffectiveMaxRounds > 2 ? [$"- round3SkippedReason: {MarkdownText.Code(report.Round3SkippedReason ?? "null", inTable: false)}"] : Array.Empty<string>(),
        ]);
        if (report.SkippedWorkers.Count > 0)
        {
            page.Raw($"{texts["label.skipped"]}:");
            page.Table(ReportColumns.Of("skipped", texts), report.SkippedWorkers.Select(skipped =>
                MarkdownOverview.Cells(skipped.Worker, skipped.Round.ToString(CultureInfo.InvariantCulture), Tokens.Of(skipped.Status), skipped.Reason)));
        }
    }

    // R-CVG-42: queues are the ids of the state, dispatches counted by how they ended.
    public static IReadOnlyList<string> Round(RoundRecord round) =>
    [
        string.Create(CultureInfo.InvariantCulture, $"{round.Round}"),
        Queue(round.QueueBefore),
        string.Create(CultureInfo.InvariantCulture, $"{round.Dispatches.Count}"),
        string.Create(CultureInfo.InvariantCulture, $"{round.Dispatches.Count(dispatch => dispatch.TerminalStatus == WorkerStatus.Completed)}"),
        string.Create(CultureInfo.InvariantCulture, $"{round.Votes.GetValueOrDefault("verification-error")}"),
        string.Join("<br>", round.Confirmed.Where(pair => pair.Value.Count > 0).Select(pair => $"{pair.Key}: {string.Join(", ", pair.Value)}")),
        Queue(round.QueueAfter),
    ];

    private static string Queue(IReadOnlyList<string> ids) =>
        string.Create(CultureInfo.InvariantCulture, $"{ids.Count}{(ids.Count == 0 ? "" : $" ({string.Join(", ", ids)})")}");

    private static IReadOnlyList<string> Cells(ReportFinding finding, ReportTexts texts, string last) =>
    [
        MarkdownText.Cell(finding.Id),
        MarkdownText.Cell(string.Join(", ", finding.TicketIds)),
        Class(finding, texts),
        Tokens.Of(finding.Severity),
        finding.Confidence.ToString("0.00", CultureInfo.InvariantCulture),
        MarkdownText.Cell(finding.Title),
        FindingPlaces.Primary(finding) is { } evidence ? MarkdownText.Code(FindingPlaces.Of(evidence), inTable: true) : "",
        MarkdownText.Cell(last),
    ];

    private static string Class(ReportFinding finding, ReportTexts texts) => string.Join("<br>",
    [
        texts[$"class.{Tokens.Of(finding.Classification)}"],
        .. finding.Unsupported ? [texts["flag.unsupported"]] : Array.Empty<string>(),
        .. finding.SameFamily ? [texts["flag.sameFamily"]] : Array.Empty<string>(),
    ]);

    private static IEnumerable<ReportFinding> In(ReportDocument report, IReadOnlyList<string> ids) =>
        report.Findings.Where(finding => ids.Contains(finding.Id, StringComparer.Ordinal));
}
