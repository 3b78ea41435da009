using System.Text.RegularExpressions;

namespace Okstra.Core.Reports.Importing;

/// <summary>Sections 2 and 4: verdict, conditions, what is missing, blockers.</summary>
internal sealed partial class ImportVerdict
{
    private static readonly string[] Severities = ["critical", "major", "minor"];
    private static readonly string[] FollowUpPhases = ["error-analysis", "implementation-planning"];
    private readonly ImportScan _scan;

    public ImportVerdict(ImportScan scan)
    {
        _scan = scan;
        var section = scan.Require("heading.2");
        var rows = section is null ? [] : scan.Rows(section, "heading.2", null);
        var items = new ItemRows(rows);
        if (rows.Count == 0)
        {
            Verdict = new FinalVerdict { Conclusion = "", Direction = "", BasisIds = [], Rationale = "", NextStep = "6" };
            return;
        }

        string Required(string key) => items.Require(key, section, scan.Problems)?.Text ?? "";
        string Of(string key, string column, IReadOnlyCollection<string> allowed) => items.Require(key, section, scan.Problems) is { } cell ? rows[0].Token(cell, cell.Text, column, allowed) : "";
        var next = Next().Match(Required("row.nextStep"));
        Verdict = new FinalVerdict
        {
            Conclusion = Required("row.conclusion"),
            Direction = Of("row.direction", "value", DirectionTokens.All),
            BasisIds = [.. Required("row.basis").Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)],
            Rationale = items.Text("row.rationale"),
            NextStep = next.Success ? next.Groups["section"].Value : "6",
        };
        Routing = next.Success ? next.Groups["routing"].Value.Trim().Trim('`').Trim() : "";
        if (next.Success && !Tasks.Routing.IsAllowed(scan.Type, Routing) && items.Cell("row.nextStep") is { } wrong)
        {
            scan.Problems.Add("OKS0853", wrong, $"'{Routing}' may not follow this phase", $"use one of: {string.Join(", ", Tasks.Routing.AllowedAfter(scan.Type))}");
        }

        if (!next.Success && items.Cell("row.nextStep") is { } cell)
        {
            scan.Problems.Add("OKS0853", cell, $"'{cell.Text}' names no section and phase", $"write it as '{Wording.Languages[1].Format("value.section", "6")}: {Tasks.Routing.AllowedAfter(scan.Type)[0]}'");
        }

        if (scan.Type == Tasks.TaskType.FinalVerification)
        {
            VerdictToken = Of("row.verdictToken", "value", DirectionTokens.Verdicts);
        }
    }

    public FinalVerdict Verdict { get; }

    public string Routing { get; } = "";

    public string? VerdictToken { get; }

    public IReadOnlyList<string> Conditions() => _scan.Type != Tasks.TaskType.FinalVerification ? [] : [.. _scan.Rows("heading.conditions", "empty.conditions", "number").Select(row => row.Text("condition"))];

    public IReadOnlyList<RiskRow> Risks() => [.. _scan.Rows("heading.4", "empty.4").Select(row =>
        new RiskRow(_scan.Id(row, "M"), row.Items("ticket", ','), row.Token("kind", ["missing", "risk"]), row.Text("item"), row.Text("impact")))];

    public IReadOnlyList<BlockerRow> Blockers() => _scan.Type != Tasks.TaskType.FinalVerification ? [] : [.. _scan.Rows("heading.blockers", "empty.blockers").Select(row =>
        new BlockerRow(_scan.Id(row, "B"), row.Token("severity", Severities), row.Text("evidence"), row.Token("followUpPhase", FollowUpPhases)))];

    // section 6: final-verification
    // 섹션 6: final-verification
    [GeneratedRegex(@"^\D*(?<section>[0-9]+)[^:]*:\s*(?<routing>.*)$", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking | RegexOptions.CultureInvariant | RegexOptions.Singleline)]
    private static partial Regex Next();
}
