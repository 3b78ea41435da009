using System.Globalization;
using Okstra.Core.Convergence;
using Okstra.Core.Findings;
using Okstra.Core.Text;

namespace Okstra.Core.Reports;

/// <summary>Badges and glyphs: every meaning has a shape and a word beside its colour.</summary>
internal static class HtmlBadges
{
    public static string Class(FindingClass value, ReportTexts texts) =>
        $"<span class=\"badge {Tokens.Of(value)}\"><span class=\"glyph\" aria-hidden=\"true\">{Glyph(value)}</span>{HtmlText.Escape(texts[$"class.{Tokens.Of(value)}"])}</span>";

    public static string Count(FindingClass value, int count, ReportTexts texts) => string.Create(CultureInfo.InvariantCulture,
        $"<span class=\"badge {Tokens.Of(value)}\"><span class=\"glyph\" aria-hidden=\"true\">{Glyph(value)}</span>{HtmlText.Escape(texts[$"class.{Tokens.Of(value)}"])} <b>{count}</b></span>");

    public static string Check(Evidence evidence, ReportTexts texts)
    {
        var token = Tokens.Of(evidence.Check);
        var glyph = evidence.Check switch { CitationVerdict.Holds => "✓", CitationVerdict.Moved => "⇄", CitationVerdict.Fails => "✕", _ => "?" };
        var word = string.Equals(texts[$"check.{token}"], token, StringComparison.Ordinal) ? token : $"{texts[$"check.{token}"]} ({token})";
        return $"<span class=\"check {token}\"><span aria-hidden=\"true\">{glyph}</span> {HtmlText.Escape(word)}</span>";
    }

    public static string Vote(int round, Vote counted) => Vote(round, Tokens.Of(counted), counted switch
    {
        Findings.Vote.Agree => "✓",
        Findings.Vote.Disagree => "✕",
        Findings.Vote.Concern => "!",
        Findings.Vote.Withdraw => "↩",
        Findings.Vote.Maintain => "=",
        Findings.Vote.VerificationError => "⚠",
        _ => "?",
    }, Tokens.Of(counted));

    public static string Author(ReportTexts texts) => Vote(0, "author", "✎", texts["page.author"]);

    private static string Vote(int round, string token, string glyph, string word) => string.Create(CultureInfo.InvariantCulture,
        $"<span class=\"vote v-{token}\"><span class=\"r\">R{round}</span> <span aria-hidden=\"true\">{glyph}</span> {HtmlText.Escape(word)}</span>");

    // Filled, half, empty, crossed, returned: readable without colour.
    private static string Glyph(FindingClass value) => value switch
    {
        FindingClass.FullConsensus => "●",
        FindingClass.PartialConsensus => "◐",
        FindingClass.WorkerUnique => "○",
        FindingClass.Contested => "✕",
        _ => "↩",
    };
}
