using System.Globalization;
using Okstra.Core.Findings;
using Okstra.Core.Text;

namespace Okstra.Core.Reports;

/// <summary>A finding as a card: claim, place, what to do, and everything behind it one click away.</summary>
internal static class HtmlFinding
{
    public static void Write(HtmlPage page, ReportFinding finding, ReportTexts texts, bool open, bool evidence)
    {
        var token = Tokens.Of(finding.Classification);
        page.Raw($"<article class=\"card\" id=\"{HtmlText.Escape(finding.Id)}\" data-class=\"{token}\" aria-labelledby=\"{HtmlText.Escape(finding.Id)}-title\">");
        page.Raw($"<details class=\"finding\"{(open ? " open" : "")}><summary><span class=\"tags\"><span class=\"id\">{HtmlText.Escape(finding.Id)}</span>{HtmlBadges.Class(finding.Classification, texts)}<span class=\"badge\">{Tokens.Of(finding.Severity)}</span>{Flags(finding, texts)}</span>");
        page.Raw($"<h3 id=\"{HtmlText.Escape(finding.Id)}-title\">{Title(finding)}</h3></summary>");
        if (FindingPlaces.Primary(finding) is { } primary)
        {
            page.Raw($"<p class=\"place\">{HtmlText.Code(FindingPlaces.Of(primary))}</p>");
        }

        page.Raw($"<p class=\"claim\">{HtmlText.Prose(finding.Claim)}</p>");
        if (!string.IsNullOrWhiteSpace(finding.Recommendation))
        {
            page.Raw($"<p class=\"advice\"><strong>{HtmlText.Escape(texts["label.recommendation"])}:</strong> {HtmlText.Prose(finding.Recommendation)}</p>");
        }

        page.Raw($"<p class=\"small muted\">{HtmlText.Escape(texts["label.classReason"])}: {HtmlText.Prose(finding.Reason)}</p>");
        Meta(page, finding, texts);
        if (finding.Settlement is { } settlement)
        {
            page.Raw(SettlementText.Html(settlement, texts));
        }

        Evidence(page, finding, texts, evidence);
        Votes(page, finding, texts);
        page.Raw("</details></article>");
    }

    // A heading must say something, whatever is left of an agent's words.
    private static string Title(ReportFinding finding) => HtmlText.Prose(finding.Title) is { } title && !string.IsNullOrWhiteSpace(title) ? title : HtmlText.Escape(finding.Id);

    private static string Flags(ReportFinding finding, ReportTexts texts) =>
        (finding.Unsupported ? $"<span class=\"badge warn\"><span aria-hidden=\"true\">⚠</span>{HtmlText.Escape(texts["flag.unsupported"])}</span>" : "")
        + (finding.SameFamily ? $"<span class=\"badge\">{HtmlText.Escape(texts["flag.sameFamily"])}</span>" : "");

    private static void Meta(HtmlPage page, ReportFinding finding, ReportTexts texts)
    {
        (string Label, string Value)[] facts =
        [
            (texts["column.confidence"], finding.Confidence.ToString("0.00", CultureInfo.InvariantCulture)),
            (texts["column.kind"], finding.Kind),
            (texts["column.ticket"], string.Join(", ", finding.TicketIds)),
            (texts["column.authors"], string.Join(", ", finding.Authors)),
            (texts["page.supporters"], string.Join(", ", finding.Supporters)),
            (texts["page.dissenters"], string.Join(", ", finding.Dissenters)),
        ];
        page.Raw($"<dl class=\"meta\">{string.Concat(facts.Where(fact => fact.Value.Length > 0).Select(fact => $"<div><dt>{HtmlText.Escape(fact.Label)}</dt><dd>{HtmlText.Escape(fact.Value)}</dd></div>"))}</dl>");
    }

    private static void Evidence(HtmlPage page, ReportFinding finding, ReportTexts texts, bool open)
    {
        page.Raw($"<details class=\"evidence\"{(open ? " open" : "")}><summary>{HtmlText.Escape(texts.Format("page.evidence", finding.Evidence.Count))}</summary>");
        if (finding.Evidence.Count == 0)
        {
            page.Raw($"<p class=\"empty\">{HtmlText.Escape(texts["page.citation.none"])}</p>");
        }

        foreach (var evidence in finding.Evidence)
        {
            page.Raw(Citation(evidence, texts));
        }

        page.Raw("</details>");
    }

    private static void Votes(HtmlPage page, ReportFinding finding, ReportTexts texts)
    {
        if (finding.Votes.Count == 0 && finding.Statements.Count == 0)
        {
            return;
        }

        page.Raw($"<details class=\"votes\"><summary>{HtmlText.Escape(texts.Format("page.voteList", finding.Votes.Count))}</summary>");
        foreach (var statement in finding.Statements)
        {
            page.Raw($"<p><strong>{HtmlText.Escape(statement.Worker)}</strong> {HtmlBadges.Author(texts)}</p><blockquote>{HtmlText.Prose(statement.Claim)}</blockquote>");
        }

        foreach (var vote in finding.Votes)
        {
            var said = vote.Vote == vote.Counted ? "" : $" <span class=\"muted small\">({HtmlText.Escape(texts["column.vote"])}: {Tokens.Of(vote.Vote)})</span>";
            page.Raw($"<p><strong>{HtmlText.Escape(vote.Worker)}</strong> {HtmlBadges.Vote(vote.Round, vote.Counted)}{said}</p><blockquote>{HtmlText.Prose(vote.Reason)}</blockquote>");
            foreach (var evidence in vote.Citations)
            {
                page.Raw(Citation(evidence, texts));
            }
        }

        page.Raw("</details>");
    }

    private static string Citation(Evidence evidence, ReportTexts texts)
    {
        var note = string.IsNullOrWhiteSpace(evidence.Note) ? "" : $" <span class=\"muted\">— {HtmlText.Escape(evidence.Note)}</span>";
        return $"<figure class=\"cite\"><figcaption>{HtmlText.Code(FindingPlaces.Of(evidence))}<span>{HtmlBadges.Check(evidence, texts)}{note} <span class=\"muted\">· {HtmlText.Escape(evidence.Worker)}</span></span></figcaption>{Quote(evidence)}</figure>";
    }

    private static string Quote(Evidence evidence)
    {
        var lines = SafeText.Clean(evidence.Quote).Trim('\n').Split('\n');
        return lines is [""] ? "" : $"<pre tabindex=\"0\"><code>{string.Concat(lines.Select((line, index) =>
        {
            var number = evidence is { Kind: "file", StartLine: { } start } && evidence.Check != CitationVerdict.Fails ? string.Create(CultureInfo.InvariantCulture, $"{start + index}") : "";
            return $"<span class=\"l\"><span class=\"n\" aria-hidden=\"true\">{number}</span>{HtmlText.Escape(line)}</span>";
        }))}</code></pre>";
    }
}
