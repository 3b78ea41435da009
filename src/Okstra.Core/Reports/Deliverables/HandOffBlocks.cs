using Okstra.Core.Text;

namespace Okstra.Core.Reports.Deliverables;

/// <summary>Section 4.6: seven parts, each there in every hand-off (R-REP-65).</summary>
internal static class HandOffBlocks
{
    public const string Created = "PR created: ";
    public const string Reused = "PR reused: ";
    public const string CreationSkipped = "PR creation skipped: ";
    public const string Title = "PR title: ";
    public const string Base = "PR base: ";

    public static IEnumerable<DeliverableBlock> Of(ReportDocument report, HandOffSection section, ReportTexts texts) =>
    [
        new() { Key = "heading.4.6", Level = 2 },
        new()
        {
            Key = "heading.4.6.1",
            EmptyKey = "empty.4",
            Rows = [[CellText.Prose(texts["row.sourceReport"]), CellText.Code(report.SourceReport ?? "")], [CellText.Prose(texts["row.verdictToken"]), CellText.Code(section.VerdictRow)]],
        },
        new()
        {
            Key = "heading.4.6.2",
            EmptyKey = "empty.4",
            Rows =
            [
                [CellText.Prose(texts["row.branch"]), CellText.Code(section.Branch)],
                [CellText.Prose("git status --short"), MarkdownText.IsBlank(section.WorkingTree) ? CellText.Prose(texts["value.clean"]) : CellText.Code(section.WorkingTree)],
            ],
        },
        new()
        {
            Key = "heading.4.6.3",
            EmptyKey = "empty.4.6.3",
            Rows = [.. section.Selections.Select(row => new[] { CellText.Prose(row.Prompt), CellText.Code(row.Answer), CellText.Prose(row.Source), CellText.Code(row.Difference) })],
        },
        new() { Key = "heading.4.6.4", EmptyKey = "empty.4.6.4", Rows = [.. section.Commands.Select(DeliverableBlocks.Run)] },
        new()
        {
            Key = "heading.4.6.5",
            EmptyKey = "empty.4.6.5",
            Rows = [.. section.Commits.Select(row => new[] { CellText.Code(row.ShortSha), CellText.Code(row.Sha), CellText.Prose(row.Subject), CellText.Code(string.Join('\n', row.Files)) })],
        },
        new() { Key = "heading.4.6.6", EmptyKey = "empty.4.6.6", Lines = Outcome(section.PullRequest) },
        DeliverableBlocks.Routing("heading.4.6.7", report.Routing, section.ReEntryAdvice, texts),
    ];

    private static IReadOnlyList<string> Outcome(PullRequestOutcome outcome) => outcome switch
    {
        PullRequestOutcome.Created created => [Created + created.Url, Title + created.Title, Base + created.Base],
        PullRequestOutcome.Reused reused => [Reused + reused.Url],
        PullRequestOutcome.Skipped skipped => [CreationSkipped + skipped.Reason],
        _ => [],
    };
}
