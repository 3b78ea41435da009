using System.Globalization;
using System.Text.RegularExpressions;
using Okstra.Core.Convergence;
using Okstra.Core.Findings;
using Okstra.Core.Markdown;

namespace Okstra.Core.Reports.Importing;

/// <summary>Findings from the places that show them: 3.2 names them, 1.1 and 1.2 class them, 3.1 has their evidence, 1.2 the positions.</summary>
internal sealed partial class ImportFindings(ImportScan scan)
{
    private readonly OrderedDictionary<string, ReportFinding> _findings = new(StringComparer.Ordinal);
    private readonly List<string> _paragraphs = [];

    public IReadOnlyList<ReportFinding> Findings => [.. _findings.Values];

    public IReadOnlyList<string> ConsensusIds { get; private set; } = [];

    public IReadOnlyList<string> DifferenceIds { get; private set; } = [];

    public IReadOnlyList<string> DetailedAnalysis => _paragraphs;

    public void Read()
    {
        Analysis();
        ConsensusIds = Table("heading.1.1", "empty.1.1", "authors");
        DifferenceIds = Table("heading.1.2", "empty.1.2", "reason");
        Evidence();
        if (scan.Find("heading.1.2") is { } differences)
        {
            foreach (var section in scan.Sections.Document.Below(differences))
            {
                if (_findings.TryGetValue(Split(section.Raw).Id, out var finding))
                {
                    _findings[finding.Id] = ImportPositions.Read(scan, section, finding);
                }
                else
                {
                    scan.Problems.Add("OKS0855", section, $"'{section.Title}' names no finding of this report", "begin the heading with the id of a finding of 1.2");
                }
            }
        }
    }

    // #### F-001 Shipping is added once per line
    // - Claim: …
    // - Why this class: full-consensus — Every worker supports it.
    private void Analysis()
    {
        if (scan.Require("heading.3.2") is not { } analysis)
        {
            return;
        }

        Paragraphs(analysis);
        foreach (var section in scan.Sections.Document.Below(analysis))
        {
            var (id, title) = Split(section.Raw);
            if (!RowIds.IsRowId(id))
            {
                _paragraphs.Add(section.Title);
                Paragraphs(section);
                continue;
            }

            var facts = new HeaderFacts(section.Items);
            var classified = facts.Raw("label.classReason") is { } reason ? Reason().Match(reason) : null;
            if (_findings.ContainsKey(id))
            {
                scan.Problems.Add("OKS0851", section, $"the finding {id} is analysed twice", "number the findings through; an id names one finding");
            }

            _findings[id] = New(id, Text.MarkdownRow.Plain(title, inTable: false)) with
            {
                Claim = Said(facts, "label.claim"),
                Recommendation = Said(facts, "label.recommendation"),
                Classification = classified is { Success: true } ? Class(classified.Groups["class"].Value) ?? FindingClass.WorkerUnique : FindingClass.WorkerUnique,
                Reason = classified is { Success: true } ? Text.MarkdownRow.Plain(classified.Groups["reason"].Value, inTable: false) : "",
            };
        }
    }

    private void Paragraphs(MarkdownSection section) => _paragraphs.AddRange(section.Blocks.Select(block => block switch
    {
        MarkdownParagraph paragraph => paragraph.Text,
        MarkdownItem item when !Wording.Is(item.Raw, "empty.3.2", '-') => item.Text,
        MarkdownFence fence => fence.Text,
        _ => "",
    }).Where(text => text.Length > 0));

    private List<string> Table(string key, string emptyKey, string last)
    {
        var ids = new List<string>();
        foreach (var row in scan.Rows(key, emptyKey))
        {
            var id = row.Text("id").Trim().Trim('`', '*');
            if (!RowIds.IsRowId(id) || ids.Contains(id, StringComparer.Ordinal))
            {
                scan.Problems.Add(RowIds.IsRowId(id) ? "OKS0851" : "OKS0852", row.Cell("id"), RowIds.IsRowId(id) ? $"the finding {id} stands in this table twice" : $"'{id}' is no id of a finding", "number the findings F-001, F-002, …");
                continue;
            }

            ids.Add(id);
            var analysed = _findings.TryGetValue(id, out var known);
            known ??= New(id, row.Text("finding"));
            var lines = row.Text("class").Split('\n');
            var classified = Class(lines[0]);
            if (classified is null || (analysed && classified != known.Classification))
            {
                scan.Problems.Add(classified is null ? "OKS0853" : "OKS0856", row.Cell("class"), classified is null ? $"'{lines[0]}' is no class of a finding" : $"{id} is '{lines[0]}' here and {known.Classification.Token()} in 3.2", $"use one of: {string.Join(", ", Enum.GetValues<FindingClass>().Select(value => value.Token()))}, the same in both places");
            }

            _findings[id] = known with
            {
                Title = row.Text("finding"),
                Claim = known.Claim.Length > 0 || analysed ? known.Claim : row.Text("finding"),
                TicketIds = row.Items("ticket", ','),
                Classification = classified ?? known.Classification,
                Severity = Severity(row),
                Confidence = Confidence(row),
                Unsupported = lines.Any(line => Wording.Is(line, "flag.unsupported")),
                SameFamily = lines.Any(line => Wording.Is(line, "flag.sameFamily")),
                Authors = last == "authors" ? row.Items("authors", ',') : known.Authors,
                Reason = last == "reason" ? row.Text("reason") : known.Reason,
            };
        }

        return ids;
    }

    private void Evidence()
    {
        foreach (var row in scan.Rows("heading.3.1", "empty.3.1"))
        {
            var id = row.Text("id").Trim().Trim('`', '*');
            if (!_findings.TryGetValue(id, out var finding))
            {
                scan.Problems.Add("OKS0855", row.Cell("id"), $"the evidence is of '{id}', which is no finding of this report", "name a finding of 1.1, 1.2 or 3.2");
                continue;
            }

            var (check, note) = Check(row);
            var kind = row.Token("kind", ["file", "command", "commit", "mcp"]);
            var cited = EvidencePlaces.Read(kind, row.Code("place"), row.Code("quote"), check, row.Text("worker"), note);
            _findings[id] = finding with { Evidence = [.. finding.Evidence, cited] };
        }
    }

    // moved (cited at 9-9)
    private static (CitationVerdict Check, string? Note) Check(ReportRow row)
    {
        var text = row.Text("check");
        var open = text.IndexOf(" (", StringComparison.Ordinal);
        var (word, note) = open > 0 && text[^1] == ')' ? (text[..open], text[(open + 2)..^1]) : (text, null);
        return (Verdict(row, row.Cell("check"), word), note);
    }

    internal static CitationVerdict Verdict(ReportRow row, MarkdownCell cell, string word)
    {
        var token = row.Token(cell, word, "check", [.. Enum.GetValues<CitationVerdict>().Select(Tokens.Of)]);
        return Enum.GetValues<CitationVerdict>().Where(value => Tokens.Of(value) == token).DefaultIfEmpty(CitationVerdict.Unchecked).First();
    }

    private static Severity Severity(ReportRow row)
    {
        var token = row.Token("severity", [.. Enum.GetValues<Severity>().Select(Tokens.Of)]);
        return Enum.GetValues<Severity>().Where(value => Tokens.Of(value) == token).DefaultIfEmpty(Core.Findings.Severity.Info).First();
    }

    private double Confidence(ReportRow row)
    {
        var text = row.Text("confidence").Trim();
        if (double.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) && number is >= 0 and <= 1)
        {
            return number;
        }

        scan.Problems.Add("OKS0854", row.Cell("confidence"), $"'{text}' is no confidence", "write a number from 0 to 1, such as 0.70");
        return 0;
    }

    private static FindingClass? Class(string text) => Enum.GetValues<FindingClass>().Where(value => Wording.Normal(text) == value.Token() || Wording.Is(text, $"class.{value.Token()}")).Select(value => (FindingClass?)value).FirstOrDefault();

    private static string Said(HeaderFacts facts, string key) => facts.Raw(key) is { } raw ? Text.MarkdownRow.Plain(raw, inTable: false) : "";

    internal static (string Id, string Title) Split(string heading) => heading.IndexOf(' ', StringComparison.Ordinal) is > 0 and var end ? (heading[..end], heading[(end + 1)..].Trim()) : (heading, "");

    private static ReportFinding New(string id, string title) => new()
    {
        Id = id,
        Title = title,
        Classification = FindingClass.WorkerUnique,
        ConfirmedInRound = null,
        Kind = "",
        TicketIds = [],
        Authors = [],
        Sources = [],
        Claim = "",
        Severity = Core.Findings.Severity.Info,
        Confidence = 0,
        Recommendation = "",
        Evidence = [],
        Unsupported = false,
        SameFamily = false,
        Supporters = [],
        Dissenters = [],
        Votes = [],
        Statements = [],
        Reason = "",
    };

    // full-consensus — Every worker supports it.
    [GeneratedRegex(@"^(?<class>\S+)\s+(—|-+)\s?(?<reason>.*)$|^(?<class>\S+)\s+(—|-+)$", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking | RegexOptions.CultureInvariant)]
    private static partial Regex Reason();
}
