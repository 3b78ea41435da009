using System.Globalization;
using Okstra.Core.Convergence;
using Okstra.Core.Text;
using Okstra.Core.Workers;

namespace Okstra.Core.Reports;

/// <summary>Findings × workers, each cell what the worker said round by round; and the round history under it.</summary>
internal static class HtmlVoteMatrix
{
    public static void Write(HtmlPage page, ReportDocument report, ReportTexts texts)
    {
        var workers = report.Findings.SelectMany(finding => finding.Authors.Concat(finding.Votes.Select(vote => vote.Worker))).Distinct(StringComparer.Ordinal).ToList();
        var order = report.ExecutionStatus.Select(row => row.Worker).ToList();
        workers.Sort((left, right) => order.IndexOf(left).CompareTo(order.IndexOf(right)));
        if (report.Findings.Count > 0)
        {
            page.Heading(3, "votes", texts["page.votes"]);
            page.Raw($"<p class=\"muted small\">{HtmlText.Escape(texts["page.votes.note"])}</p>");
            page.Table(texts["page.votes"], [texts["column.finding"], texts["column.class"], .. workers.Select(worker => WithVendor(worker, report))], report.Findings.Select(finding => new[]
            {
                HtmlText.Link(finding.Id),
                HtmlBadges.Class(finding.Classification, texts),
            }.Concat(workers.Select(worker => Cell(finding, worker, texts))).ToList()));
        }

        if (report.Convergence.Enabled)
        {
            History(page, report, texts);
        }
    }

    private static string WithVendor(string worker, ReportDocument report) =>
        report.ExecutionStatus.FirstOrDefault(row => string.Equals(row.Worker, worker, StringComparison.Ordinal)) is { Vendor.Length: > 0 } row ? $"{worker} ({row.Vendor})" : worker;

    private static string Cell(ReportFinding finding, string worker, ReportTexts texts)
    {
        var said = new List<string>();
        if (finding.Authors.Contains(worker, StringComparer.Ordinal))
        {
            said.Add(HtmlBadges.Author(texts));
        }

        said.AddRange(finding.Votes.Where(vote => string.Equals(vote.Worker, worker, StringComparison.Ordinal)).Select(vote => $"<span>{HtmlBadges.Vote(vote.Round, vote.Counted)}{Answered(vote)}</span>"));
        return said.Count == 0 ? "<span class=\"muted\" aria-hidden=\"true\">·</span>" : $"<div class=\"cell\">{string.Concat(said)}</div>";
    }

    // What a worker answered, where it counts as something else.
    private static string Answered(CastVote vote) => vote.Vote == vote.Counted ? "" : $" <span class=\"muted small\">({Tokens.Of(vote.Vote)})</span>";

    private static string Queue(IReadOnlyList<string> ids) =>
        ids.Count == 0 ? "0" : string.Create(CultureInfo.InvariantCulture, $"{ids.Count} ({string.Join(", ", ids.Select(HtmlText.Link))})");

    private static void History(HtmlPage page, ReportDocument report, ReportTexts texts)
    {
        page.Heading(3, "rounds", texts["heading.1.3"]);
        page.TableOr(texts["empty.1.3"], texts["heading.1.3"], ReportColumns.Of("heading.1.3", texts), [.. report.RoundHistory.Select(round => new[]
        {
            string.Create(CultureInfo.InvariantCulture, $"{round.Round}"),
            Queue(round.QueueBefore),
            HtmlPage.Number(round.Dispatches.Count),
            HtmlPage.Number(round.Dispatches.Count(dispatch => dispatch.TerminalStatus == WorkerStatus.Completed)),
            HtmlPage.Number(round.Votes.GetValueOrDefault("verification-error")),
            string.Join("<br>", round.Confirmed.Where(pair => pair.Value.Count > 0).Select(pair => HtmlText.Escape($"{pair.Key}: {string.Join(", ", pair.Value)}"))),
            Queue(round.QueueAfter),
        })]);
        page.Raw($"<p class=\"small\">round2SkippedReason: {HtmlText.Code(report.Round2SkippedReason ?? "null")}</p>");
        if (report.Convergence.EffectiveMaxRounds > 2)
        {
            page.Raw($"<p class=\"small\">round3SkippedReason: {HtmlText.Code(report.Round3SkippedReason ?? "null")}</p>");
        }

        if (report.SkippedWorkers.Count > 0)
        {
            page.Raw($"<h4>{HtmlText.Escape(texts["label.skipped"])}</h4>");
            page.Table(texts["label.skipped"], ReportColumns.Of("skipped", texts), report.SkippedWorkers.Select(skipped => new[]
            {
                HtmlText.Escape(skipped.Worker),
                HtmlPage.Number(skipped.Round),
                HtmlText.Code(Tokens.Of(skipped.Status)),
                HtmlText.Escape(skipped.Reason),
            }));
        }
    }
}
