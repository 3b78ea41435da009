using System.Text.RegularExpressions;

namespace Okstra.Core.Approvals;

/// <summary>The lines of a report that have to do with its approval, recognised one by one.</summary>
internal static partial class ApprovalLines
{
    // R-REP-40, R-OPN-51: "- [x] Approved", "APPROVED: looks good", "User Approval: granted".
    public static bool IsMark(string line) => Mark().IsMatch(line);

    /// <summary>A mark and nothing besides it, which says nothing about the plan.</summary>
    public static bool IsBareMark(string line) => BareMark().IsMatch(line);

    public static bool IsBox(string line) => Box().IsMatch(line);

    public static bool IsTicked(string line) => Box().Match(line) is { Success: true } box && box.Groups["tick"].Value is "x" or "X";

    public static string Ticked(string line)
    {
        var tick = Box().Match(line).Groups["tick"];
        return string.Concat(line.AsSpan(0, tick.Index), "x", line.AsSpan(tick.Index + tick.Length));
    }

    // - 승인 일시 (CLI ack): 2026-01-02T03:04:05Z — recorded by `okstra --approve`
    public static string Audit(string at) => $"- 승인 일시 (CLI ack): {at} — recorded by `okstra --approve`";

    public static bool IsAudit(string line) => AuditLine().IsMatch(line);

    /// <summary>Sounds like a yes and is none of the accepted forms (R-REP-42).</summary>
    public static bool IsInformal(string line) => Informal().IsMatch(line);

    [GeneratedRegex(@"^[ \t]*(?:[-*+][ \t]+)?(APPROVED([ \t]|:|$)|\[x\][ \t]*Approved|User[ \t]+Approval[ \t]*:[ \t]*(APPROVED|granted|yes))", RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Mark();

    [GeneratedRegex(@"^[ \t]*(?:[-*+][ \t]+)?(APPROVED:?|\[[ x]?\][ \t]*Approved|User[ \t]+Approval[ \t]*:[ \t]*(APPROVED|granted|yes))[ \t.]*$", RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex BareMark();

    [GeneratedRegex(@"^[ \t]*(?:[-*+][ \t]+)?\[(?<tick>[ \txX]?)\][ \t]*Approved", RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Box();

    [GeneratedRegex(@"^[ \t]*[-*+][ \t]+승인 일시 \(CLI ack\): .*recorded by `okstra --approve`", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex AuditLine();

    [GeneratedRegex(@"^[ \t>*+-]*(LGTM|looks good|sounds good|go ahead|ship it|do it|(please )?proceed|ok|okay|i approve|approve|yes|승인(합니다|함|할게요|해요|했습니다|하겠습니다|해 ?주세요|완료)|진행(하세요|해 ?주세요|합시다|하시죠|해도 됩니다)|좋습니다)([ \t,.!:].{0,60})?$", RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Informal();
}
