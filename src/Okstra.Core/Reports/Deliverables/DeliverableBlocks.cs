using System.Globalization;
using Okstra.Core.Text;

namespace Okstra.Core.Reports.Deliverables;

/// <summary>The parts that only implementation, final-verification and release-handoff reports have, in their order.</summary>
internal static class DeliverableBlocks
{
    public const string TddExemption = "TDD exemption: ";
    public const string Skipped = "Skipped: ";

    /// <summary>Blocks of section 4.5 or 4.6; none in a report of analysis.</summary>
    public static IReadOnlyList<DeliverableBlock> Of(ReportDocument report, ReportTexts texts) =>
    [
        .. report.Implementation is { } implementation ? Implementation(report, implementation, texts) : [],
        .. report.Verification is { } verification ? Verification(report, verification, texts) : [],
        .. report.HandOff is { } handOff ? HandOffBlocks.Of(report, handOff, texts) : [],
    ];

    /// <summary>What section 4 of a final verification has below its own table.</summary>
    public static IReadOnlyList<DeliverableBlock> OfSection4(ReportDocument report) => report.TaskType != Tasks.TaskType.FinalVerification ? [] :
    [
        new()
        {
            Key = "heading.conditions",
            EmptyKey = "empty.conditions",
            Rows = [.. report.Conditions.Select((condition, index) => Prose((index + 1).ToString(CultureInfo.InvariantCulture), condition))],
        },
        new() { Key = "heading.blockers", EmptyKey = "empty.blockers", Rows = [.. report.Blockers.Select(row => Prose(row.Id, row.Severity, row.Evidence, row.FollowUpPhase))] },
        .. report.Verification is { } verification
            ? [new() { Key = "heading.residual", EmptyKey = "empty.residual", Rows = [.. verification.ResidualRisks.Select(row => Prose(row.Id, row.Risk, row.MitigationOwner, row.EscalationTrigger))] }]
            : Array.Empty<DeliverableBlock>(),
    ];

    internal static IReadOnlyList<CellText> Prose(params string[] cells) => [.. cells.Select(CellText.Prose)];

    internal static IReadOnlyList<CellText> Run(CommandRun row) =>
        [CellText.Code(row.Command), CellText.Prose(row.ExitCode?.ToString(CultureInfo.InvariantCulture) ?? ""), CellText.Prose(row.Result)];

    internal static DeliverableBlock Routing(string key, string routing, string reason, ReportTexts texts) => new()
    {
        Key = key,
        EmptyKey = "empty.4",
        Rows = [[CellText.Prose(texts["row.routing"]), CellText.Code(routing)], Prose(texts["row.routingReason"], reason)],
    };

    private static IEnumerable<DeliverableBlock> Implementation(ReportDocument report, ImplementationSection section, ReportTexts texts) =>
    [
        new() { Key = "heading.impl", Level = 2 },
        new()
        {
            Key = "heading.impl.plan",
            EmptyKey = "empty.4",
            Rows = [[CellText.Prose(texts["row.planPath"]), CellText.Code(section.PlanPath)], Prose(texts["row.approvalEvidence"], section.ApprovalEvidence)],
        },
        new() { Key = "heading.impl.commits", EmptyKey = "empty.4.6.5", Rows = [.. section.Commits.Select(row => new[] { CellText.Code(row.Sha), CellText.Prose(row.Step), CellText.Code(row.Message) })] },
        new() { Key = "heading.impl.diff", EmptyKey = "empty.diff", Rows = [.. section.Diff.Select(Diff)] },
        new() { Key = "heading.impl.steps", EmptyKey = "empty.steps", Rows = [.. section.Steps.Select(row => new[] { CellText.Prose(row.Step), Outcome(row) })] },
        new() { Key = "heading.impl.validation", EmptyKey = "empty.4.6.4", Rows = [.. section.Validation.Select(Run)] },
        new()
        {
            Key = "heading.impl.tdd",
            EmptyKey = "empty.tdd",
            Rows = [.. section.Tdd.Select(row => Prose(row.Step, row.Failing, row.Passing))],
            Lines = [.. section.TddExemptions.Select(reason => TddExemption + reason)],
        },
        new() { Key = "heading.impl.outOfPlan", EmptyKey = "empty.outOfPlan", Rows = [.. section.OutOfPlanEdits.Select(row => new[] { CellText.Code(row.Path), CellText.Prose(row.Reason) })] },
        new() { Key = "heading.impl.rollback", EmptyKey = "empty.rollback", Rows = [.. section.Rollback.Select(Run)] },
        new() { Key = "heading.impl.verifiers", EmptyKey = "empty.verifiers", Rows = [.. section.Verifiers.Select(row => Prose(row.Verifier, row.Model, row.Status, row.Verdict, row.Note))] },
        Routing("heading.impl.routing", report.Routing, section.RoutingReason, texts),
    ];

    private static IEnumerable<DeliverableBlock> Verification(ReportDocument report, VerificationSection section, ReportTexts texts) =>
    [
        new() { Key = "heading.ver", Level = 2 },
        new()
        {
            Key = "heading.ver.source",
            EmptyKey = "empty.4",
            Rows =
            [
                [CellText.Prose(texts["row.sourceReport"]), CellText.Code(report.SourceReport ?? "")],
                [CellText.Prose(texts["row.inspectedWorktree"]), CellText.Code(section.Worktree)],
                [CellText.Prose(texts["meta.base"]), CellText.Code(report.BaseSha ?? "")],
                [CellText.Prose(texts["meta.inspected"]), CellText.Code(report.HeadSha ?? "")],
            ],
        },
        new() { Key = "heading.ver.commits", Level = 4, EmptyKey = "empty.4.6.5", Rows = [.. section.Commits.Select(row => new[] { CellText.Code(row.Sha), CellText.Prose(row.Subject) })] },
        new() { Key = "heading.ver.diff", Level = 4, EmptyKey = "empty.diff", Rows = [.. section.Diff.Select(Diff)] },
        new() { Key = "heading.ver.evidence", EmptyKey = "empty.evidence", Rows = [.. section.Evidence.Select(row => Prose(row.Requirement, row.Artifact, row.Result))] },
        new() { Key = "heading.ver.commands", EmptyKey = "empty.4.6.4", Rows = [.. section.Commands.Select(Run)] },
        Routing("heading.ver.routing", report.Routing, section.RoutingReason, texts),
    ];

    private static IReadOnlyList<CellText> Diff(DiffRow row) => [CellText.Code(row.Path), CellText.Prose(row.Change)];

    private static CellText Outcome(StepResult row) => row.Commit is { } commit ? CellText.Code(commit) : CellText.Prose(Skipped + row.SkipReason);
}
