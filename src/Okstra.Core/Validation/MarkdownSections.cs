using Okstra.Core.Reports;
using Okstra.Core.Reports.Deliverables;
using Okstra.Core.Tasks;
using Okstra.Core.Text;

namespace Okstra.Core.Validation;

/// <summary>Sections a report must have, in their order, with how many rows of data each shows (R-REP-96, R-OPN-73).</summary>
internal static class MarkdownSections
{
    /// <summary>One section.</summary>
    /// <param name="Key">Key of its heading.</param>
    /// <param name="Rows">Rows of its table; null when it has none.</param>
    /// <param name="EmptyKey">Key of the line it shows without rows; null when it always has some.</param>
    /// <param name="Columns">Key of its columns where that is not the heading's.</param>
    internal sealed record Section(string Key, int? Rows, string? EmptyKey, string? Columns = null);

    public static IEnumerable<Section> Of(ReportDocument report)
    {
        if (report.TaskType == TaskType.ImplementationPlanning)
        {
            yield return new Section("heading.approval", null, null);
        }

        yield return new Section("heading.0", report.CarryIn.Count, "empty.0");
        yield return new Section("heading.summary", report.ProblemSummary.Count, null);
        yield return new Section("heading.coverage", report.TicketCoverage.Count, null);
        yield return new Section("heading.execution", report.ExecutionStatus.Count, null);
        yield return new Section("heading.tokens", report.TokenUsage.Count + 1, null);
        yield return new Section("heading.1", report.FinalClassificationCounts.Count, null, "counts");
        yield return new Section("heading.1.1", report.ConsensusIds.Count, "empty.1.1");
        yield return new Section("heading.1.2", report.DifferenceIds.Count, "empty.1.2");
        if (report.Convergence.Enabled)
        {
            yield return new Section("heading.1.3", report.RoundHistory.Count, "empty.1.3");
        }

        yield return new Section("heading.2", report.TaskType == TaskType.FinalVerification ? 6 : 5, null);
        yield return new Section("heading.3", null, null);
        yield return new Section("heading.3.1", report.Findings.Sum(finding => finding.Evidence.Count), "empty.3.1");
        yield return new Section("heading.3.2", null, null);
        yield return new Section("heading.4", report.Risks.Count, "empty.4");
        foreach (var section in Of(DeliverableBlocks.OfSection4(report)))
        {
            yield return section;
        }

        foreach (var section in report.Plan is { } plan ? Of(plan) : [])
        {
            yield return section;
        }

        foreach (var section in Of(DeliverableBlocks.Of(report, ReportTexts.In(report.Language))))
        {
            yield return section;
        }

        yield return new Section("heading.5", null, null);
        yield return new Section("heading.5.1", report.Materials.Count, "empty.5");
        yield return new Section("heading.5.2", report.Questions.Count, "empty.5");
        yield return new Section("heading.6", report.NextSteps.Count == 0 ? 0 : null, "empty.6");
        yield return new Section("heading.7", report.FollowUps.Count, "empty.7");
    }

    private static IEnumerable<Section> Of(IEnumerable<DeliverableBlock> blocks) =>
        blocks.Select(block => new Section(block.Key, block.EmptyKey is null || (block.Rows.Count == 0 && block.Lines.Count > 0) ? null : block.Rows.Count, block.EmptyKey));

    private static IEnumerable<Section> Of(PlanSection plan) =>
    [
        new("heading.4.5", null, null),
        new("heading.4.5.1", plan.Options.Count, "empty.4.5.1"),
        new("heading.4.5.2", plan.TradeOffs.Count, "empty.4.5.2"),
        new("heading.4.5.3", plan.Recommended is null ? 0 : 4, "empty.4.5.3"),
        new("heading.4.5.4", plan.Steps.Count, "empty.4.5.4"),
        new("heading.stages", plan.Stages.Count, "empty.stages"),
        new("heading.4.5.5", plan.Dependencies.Count, "empty.4.5.5"),
        new("heading.4.5.6", plan.Checks.Count, "empty.4.5.6"),
        new("heading.4.5.7", plan.Rollback.Count, "empty.4.5.7"),
        new("heading.4.5.8", null, null),
        .. !plan.HasNotes ? Array.Empty<Section>() :
        [
            new("heading.proposals", plan.Proposals.Count, "empty.proposals"),
            // An import reviews anew and writes no Markdown, so the rows may be older than the data.
            new("heading.review", null, null),
        ],
        new("heading.4.5.9", plan.OpenQuestions.Count, "empty.4.5.9"),
    ];
}
