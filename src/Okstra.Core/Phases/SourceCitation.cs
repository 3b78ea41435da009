using System.Text.RegularExpressions;
using Okstra.Core.Validation;

namespace Okstra.Core.Phases;

/// <summary>Reports a brief cites under a heading (R-PHS-079, R-PHS-092).</summary>
public static partial class SourceCitation
{
    public const string Implementation = "Source Implementation Report";

    public const string Verification = "Source Verification Report";

    // ## Source Implementation Report
    // - `runs/implementation/stage-1/reports/final-report-implementation-001.md`
    /// <summary>Paths of Markdown files as written, in their order; empty without the section.</summary>
    public static IReadOnlyList<string> Paths(string brief, string heading) =>
        [.. ReportPart.Lines(MarkdownOutline.Parse(brief), heading).SelectMany(line => MarkdownPath().Matches(line)).Select(match => match.Groups["path"].Value.Trim()).Distinct(StringComparer.Ordinal)];

    [GeneratedRegex(@"`(?<path>[^`]+\.md)`|\]\((?<path>[^)]+\.md)\)|(?<path>[^\s`()\[\]|<>]+\.md)", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex MarkdownPath();
}
