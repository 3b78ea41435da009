using Okstra.Core.HandOff;
using Okstra.Core.Markdown;
using Okstra.Core.Reports.Deliverables;
using Okstra.Core.Workers;

namespace Okstra.Core.Reports.Importing;

/// <summary>Sections 4.5 and 4.6 of the later phases.</summary>
internal sealed class ImportDeliverables(ImportScan scan, string routing)
{
    private const string Empty = "empty.4";

    /// <summary>The report a verification or hand-off cites.</summary>
    public string? SourceReport { get; private set; }

    /// <summary>Commits the verified tree ranges over, where section 4.5 says so.</summary>
    public MarkdownCell? BaseSha { get; private set; }

    public MarkdownCell? HeadSha { get; private set; }

    public ImplementationSection Implementation()
    {
        scan.Require("heading.impl");
        var plan = new ItemRows(scan.Rows("heading.impl.plan", Empty));
        var tdd = scan.Find("heading.impl.tdd");
        var exemptions = (tdd?.Items ?? []).Select(item => item.Text).Where(text => text.StartsWith(DeliverableBlocks.TddExemption.TrimEnd(), StringComparison.OrdinalIgnoreCase)).ToList();
        return new ImplementationSection
        {
            PlanPath = Bare(plan.Require("row.planPath", scan.Find("heading.impl.plan"), scan.Problems)),
            ApprovalEvidence = plan.Text("row.approvalEvidence"),
            Commits = [.. scan.Rows("heading.impl.commits", "empty.4.6.5", "step", "message").Select(row => new ImplementationCommit(row.Code("commit"), row.Text("step"), row.Code("message")))],
            Diff = Diff("heading.impl.diff"),
            Steps = [.. scan.Rows("heading.impl.steps", "empty.steps").Select(Step)],
            Validation = Runs("heading.impl.validation", "empty.4.6.4"),
            Tdd = exemptions.Count > 0 && tdd!.Tables.All(table => table.Rows.Count == 0) ? [] :
                [.. scan.Rows("heading.impl.tdd", "empty.tdd").Select(row => new TddRow(row.Text("step"), row.Text("failing"), row.Text("passing")))],
            TddExemptions = [.. exemptions.Select(text => text[Math.Min(text.Length, DeliverableBlocks.TddExemption.Length)..])],
            OutOfPlanEdits = [.. scan.Rows("heading.impl.outOfPlan", "empty.outOfPlan").Select(row => new OutOfPlanEdit(row.Code("path"), row.Text("reason")))],
            Rollback = Runs("heading.impl.rollback", "empty.rollback"),
            Verifiers = [.. scan.Rows("heading.impl.verifiers", "empty.verifiers", "model", "note").Select(row => new VerifierResult
            {
                Verifier = row.Text("verifier"),
                Model = row.Text("model"),
                Status = row.Token("status", [.. Enum.GetValues<WorkerStatus>().Select(WorkerStatuses.Token)]),
                Verdict = row.Text("verdict"),
                Note = row.Text("note"),
            })],
            RoutingReason = Routing("heading.impl.routing"),
        };
    }

    public VerificationSection Verification()
    {
        scan.Require("heading.ver");
        var source = new ItemRows(scan.Rows("heading.ver.source", Empty));
        SourceReport = Bare(source.Require("row.sourceReport", scan.Find("heading.ver.source"), scan.Problems));
        (BaseSha, HeadSha) = (source.Cell("meta.base"), source.Cell("meta.inspected"));
        return new VerificationSection
        {
            Worktree = source.Code("row.inspectedWorktree"),
            Commits = [.. scan.Rows("heading.ver.commits", "empty.4.6.5", "message").Select(row => new CommitLine(row.Code("commit"), row.Text("message")))],
            Diff = Diff("heading.ver.diff"),
            ResidualRisks = [.. scan.Rows("heading.residual", "empty.residual").Select(row => new ResidualRiskRow(scan.Id(row, "RR"), row.Text("risk"), row.Text("mitigationOwner"), row.Text("escalationTrigger")))],
            Evidence = [.. scan.Rows("heading.ver.evidence", "empty.evidence", "result").Select(row => new RequirementEvidence(row.Text("requirement"), row.Text("artifact"), row.Text("result")))],
            Commands = Runs("heading.ver.commands", "empty.4.6.4"),
            RoutingReason = Routing("heading.ver.routing"),
        };
    }

    public HandOffSection HandOff()
    {
        scan.Require("heading.4.6");
        var source = new ItemRows(scan.Rows("heading.4.6.1", Empty));
        var branch = new ItemRows(scan.Rows("heading.4.6.2", Empty));
        SourceReport = Bare(source.Require("row.sourceReport", scan.Find("heading.4.6.1"), scan.Problems));
        var status = branch.Named("git status --short");
        return new HandOffSection
        {
            VerdictRow = source.Code("row.verdictToken"),
            Branch = Bare(branch.Require("row.branch", scan.Find("heading.4.6.2"), scan.Problems)),
            WorkingTree = status is null || (status.Raw is not ['`', ..] && Wording.Is(status.Text, "value.clean")) ? "" : status.Code,
            Selections = [.. scan.Rows("heading.4.6.3", "empty.4.6.3", "chosenFrom", "difference").Select(row => new UserSelection
            {
                Prompt = row.Text("prompt"),
                Answer = row.Code("verbatim"),
                Source = row.Text("chosenFrom"),
                Difference = row.Code("difference"),
            })],
            Commands = Runs("heading.4.6.4", "empty.4.6.4"),
            Commits = [.. scan.Rows("heading.4.6.5", "empty.4.6.5", "shortSha", "files").Select(row =>
                new HandOffCommit(row.Code("shortSha"), row.Code("commit"), row.Text("message"), row.Code("files") is { Length: > 0 } files ? files.Split('\n') : []))],
            PullRequest = Outcome(),
            ReEntryAdvice = Routing("heading.4.6.7"),
        };
    }

    private IReadOnlyList<DiffRow> Diff(string key) => [.. scan.Rows(key, "empty.diff", "change").Select(row => new DiffRow(row.Code("path"), row.Text("change")))];

    private IReadOnlyList<CommandRun> Runs(string key, string emptyKey) => [.. scan.Rows(key, emptyKey, "result").Select(row => new CommandRun(row.Code("commandLine"), row.Number("exitCode"), row.Text("result")))];

    private static StepResult Step(ReportRow row)
    {
        var cell = row.Cell("result");
        var skipped = cell.Raw is not ['`', ..] && cell.Text.StartsWith(DeliverableBlocks.Skipped.TrimEnd(), StringComparison.OrdinalIgnoreCase);
        return skipped ? new StepResult(row.Text("step"), null, Behind(DeliverableBlocks.Skipped.TrimEnd(), cell.Text)) : new StepResult(row.Text("step"), cell.Code, null);
    }

    // The token stands in section 2 too; the two may not differ.
    private string Routing(string key)
    {
        var section = scan.Find(key);
        var rows = new ItemRows(scan.Rows(key, Empty));
        var cell = rows.Require("row.routing", section, scan.Problems);
        if (cell is not null && routing.Length > 0 && cell.Code.Trim() != routing)
        {
            scan.Problems.Add("OKS0856", cell, $"the routing is '{cell.Code}' here and '{routing}' in section 2", "write the same phase into both");
        }

        return rows.Text("row.routingReason");
    }

    private PullRequestOutcome Outcome()
    {
        if (scan.Require("heading.4.6.6") is not { } section)
        {
            return new PullRequestOutcome.NotRequested();
        }

        var outcomes = section.Items.Select(item => (Item: item, Outcome: Read(item.Text, section))).Where(found => found.Outcome is not null).ToList();
        if (outcomes is not [var (item, outcome)])
        {
            scan.Problems.Add("OKS0857", section, $"'{section.Title}' says {(outcomes.Count == 0 ? "none" : "several")} of the four things that can come of a pull request", "write exactly one of: '- No PR action requested.', '- PR created: <url>', '- PR reused: <url>', '- PR creation skipped: <reason>'");
            return new PullRequestOutcome.NotRequested();
        }

        var url = outcome switch { PullRequestOutcome.Created created => created.Url, PullRequestOutcome.Reused reused => reused.Url, _ => null };
        if (url is not null && !PullRequestAddress.IsValid(url))
        {
            scan.Problems.Add("OKS0857", item, $"'{url}' is no address of a pull request", "write the full https address");
        }

        return outcome!;
    }

    private static PullRequestOutcome? Read(string text, MarkdownSection section)
    {
        string? After(string start, string line) => line.StartsWith(start.TrimEnd(), StringComparison.OrdinalIgnoreCase) ? line[Math.Min(line.Length, start.Length)..] : null;
        string Detail(string start) => section.Items.Select(item => After(start, item.Text)).FirstOrDefault(value => value is not null) ?? "";
        return After(HandOffBlocks.Created, text) is { } created ? new PullRequestOutcome.Created(created, Detail(HandOffBlocks.Title), Detail(HandOffBlocks.Base))
            : After(HandOffBlocks.Reused, text) is { } reused ? new PullRequestOutcome.Reused(reused)
            : After(HandOffBlocks.CreationSkipped, text) is { } reason ? new PullRequestOutcome.Skipped(reason)
            : Wording.Is(text, "empty.4.6.6", '-') ? new PullRequestOutcome.NotRequested()
            : null;
    }

    private static string Behind(string start, string text) => text[start.Length..] is [' ', .. var rest] ? rest : text[start.Length..];

    private static string Bare(MarkdownCell? cell) => cell?.Code ?? "";
}
