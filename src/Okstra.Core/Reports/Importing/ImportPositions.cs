using Okstra.Core.Convergence;
using Okstra.Core.Findings;
using Okstra.Core.Markdown;

namespace Okstra.Core.Reports.Importing;

/// <summary>What authors and voters said about one finding of 1.2, and what running its command showed.</summary>
internal static class ImportPositions
{
    public static ReportFinding Read(ImportScan scan, MarkdownSection section, ReportFinding finding)
    {
        var statements = new List<AuthorPosition>();
        var votes = new List<CastVote>();
        foreach (var row in section.Tables.Any() ? scan.Rows(section, "positions", null) : [])
        {
            if (Wording.Is(row.Text("vote"), "label.authorPosition"))
            {
                var worker = row.Text("worker");
                statements.Add(new AuthorPosition
                {
                    Worker = worker,
                    FindingId = "",
                    Title = finding.Title,
                    Claim = row.Text("position"),
                    Severity = finding.Severity,
                    Confidence = finding.Confidence,
                    CarryingCitations = finding.Evidence.Count(cited => cited.Carries && cited.Worker == worker),
                });
            }
            else
            {
                votes.Add(new CastVote
                {
                    Round = row.Number("round") ?? 0,
                    Worker = row.Text("worker"),
                    Vote = Vote(row, "vote"),
                    Counted = Vote(row, "counted"),
                    Reason = row.Text("position"),
                    Citations = Citations(row),
                });
            }
        }

        return finding with
        {
            Statements = statements,
            Votes = votes,
            Authors = finding.Authors.Count > 0 ? finding.Authors : [.. statements.Select(statement => statement.Worker).Distinct(StringComparer.Ordinal)],
            Settlement = section.Blocks.OfType<MarkdownParagraph>().Select(paragraph => SettlementLine.Read(paragraph.Raw)).FirstOrDefault(settlement => settlement is not null),
        };
    }

    // `src/a.cs:1-2` holds<br>`dotnet test (exit 1)` unchecked
    private static List<Evidence> Citations(ReportRow row)
    {
        var cell = row.Cell("evidence");
        return cell.Raw.Length == 0 ? [] : [.. MarkdownCode.Pieces(cell.Raw).Select(piece =>
        {
            var text = piece.Trim();
            var end = text.LastIndexOf(' ');
            var place = end < 0 ? "" : text[..end].Trim();
            return EvidencePlaces.Read(null, MarkdownCode.Lines(place), "", ImportFindings.Verdict(row, cell, text[(end + 1)..]), row.Text("worker"), null);
        })];
    }

    private static Vote Vote(ReportRow row, string key)
    {
        var token = row.Token(key, [.. Enum.GetValues<Vote>().Select(Tokens.Of)]);
        return Enum.GetValues<Vote>().Where(vote => Tokens.Of(vote) == token).DefaultIfEmpty(Core.Findings.Vote.Unverifiable).First();
    }
}
