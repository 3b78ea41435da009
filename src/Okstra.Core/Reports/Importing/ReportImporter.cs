using Okstra.Core.Convergence;
using Okstra.Core.Markdown;
using Okstra.Core.Reports.Deliverables;
using Okstra.Core.Stages;
using Okstra.Core.Tasks;

namespace Okstra.Core.Reports.Importing;

/// <summary>Reads a Markdown report that agents or people wrote back into its data. Pure and total: any text gives a report or located problems.</summary>
public static class ReportImporter
{
    /// <param name="markdown">The report.</param>
    /// <param name="defaults">What the run knows.</param>
    /// <param name="previous">Data the report had before: keeps what Markdown does not show; the Markdown wins where it says something.</param>
    public static ImportOutcome Import(string markdown, ImportDefaults defaults, ReportDocument? previous)
    {
        ArgumentNullException.ThrowIfNull(markdown);
        ArgumentNullException.ThrowIfNull(defaults);
        var problems = new ImportProblems();
        if (string.IsNullOrWhiteSpace(markdown) || markdown.Length > ReportText.MaximumLength)
        {
            problems.Add("OKS0840", 1, 1, string.IsNullOrWhiteSpace(markdown) ? "the report is empty" : $"the report is larger than {ReportText.MaximumLength} characters", "name the final report of a run, a Markdown file");
            return new ImportOutcome(null, problems.Sorted);
        }

        var document = MarkdownDocument.Parse(markdown);
        var header = new ImportHeader(document, defaults, problems);
        if (header.Identity is not { } identity)
        {
            return new ImportOutcome(null, problems.Sorted);
        }

        var sections = new ReportSections(document, ReportHeadings.For(identity.TaskType));
        Repeated(sections, problems);
        Approval(markdown, document, identity.TaskType, problems);
        return Read(sections, header, identity, defaults, previous, problems);
    }

    /// <summary>What stands in the way of reading a report; approval marks are not looked at, and nothing is laid over earlier data.</summary>
    internal static IReadOnlyList<ImportProblem> Problems(MarkdownDocument document, ReportSections sections, ImportDefaults defaults)
    {
        var problems = new ImportProblems();
        var header = new ImportHeader(document, defaults, problems);
        if (header.Identity is { } identity)
        {
            Repeated(sections, problems);
            Read(new ImportScan(sections, identity.TaskType, problems), header, identity, defaults);
        }

        return problems.Sorted;
    }

    private static void Repeated(ReportSections sections, ImportProblems problems)
    {
        foreach (var (_, section) in sections.Repeated)
        {
            problems.Add("OKS0843", section, $"section '{section.Title}' stands there twice", "make one of the two");
        }
    }

    private static ImportOutcome Read(ReportSections sections, ImportHeader header, ReportIdentity identity, ImportDefaults defaults, ReportDocument? previous, ImportProblems problems)
    {
        var report = Read(new ImportScan(sections, identity.TaskType, problems), header, identity, defaults);
        var known = previous ?? (defaults.State is { } state ? Known(report, state, identity.TaskKey.Task) : null);
        return new ImportOutcome(problems.Blocking ? null : known is null ? report : ReportMerge.Onto(known, report), problems.Sorted);
    }

    // The report as it would stand if it said what the state has; where it says the same, the state's values are taken.
    private static ReportDocument Known(ReportDocument report, ConvergenceDocument state, string taskId)
    {
        var converged = state.Findings.Select(finding => FindingRows.Of(finding, taskId)).GroupBy(finding => finding.Id, StringComparer.Ordinal).ToDictionary(group => group.Key, group => group.First(), StringComparer.Ordinal);
        return report with
        {
            Findings = [.. report.Findings.Select(finding => converged.GetValueOrDefault(finding.Id, finding))],
            Convergence = state.Config,
            Grouping = state.Grouping,
            RoundHistory = state.RoundHistory,
            Round2SkippedReason = state.Round2SkippedReason,
            Round3SkippedReason = state.Round3SkippedReason,
            SkippedWorkers = state.SkippedWorkers,
        };
    }

    private static ReportDocument Read(ImportScan scan, ImportHeader header, ReportIdentity identity, ImportDefaults defaults)
    {
        var findings = new ImportFindings(scan);
        findings.Read();
        var verdict = new ImportVerdict(scan);
        var parts = new ImportDeliverables(scan, verdict.Routing);
        var implementation = identity.TaskType == TaskType.Implementation ? parts.Implementation() : null;
        var verification = identity.TaskType == TaskType.FinalVerification ? parts.Verification() : null;
        var handOff = identity.TaskType == TaskType.ReleaseHandoff ? parts.HandOff() : null;
        return new ReportDocument
        {
            TaskKey = identity.TaskKey.ToString(),
            TaskType = identity.TaskType,
            Seq = identity.Seq,
            Stage = header.Stage,
            Language = header.Language,
            Title = header.Title,
            Author = header.Author,
            GeneratedAt = header.GeneratedAt,
            Mode = header.Mode,
            Header = header.Header(),
            BaseSha = Agreed(header.BaseSha, parts.BaseSha, scan.Problems),
            HeadSha = Agreed(header.HeadSha, parts.HeadSha, scan.Problems),
            Inputs = defaults.DocumentHashes,
            CarryIn = ImportOverview.CarryIn(scan),
            ProblemSummary = ImportOverview.Problems(scan),
            TicketCoverage = ImportOverview.Tickets(scan),
            ExecutionStatus = ImportOverview.Execution(scan, defaults),
            TokenUsage = ImportOverview.Tokens(scan),
            Findings = findings.Findings,
            ConsensusIds = findings.ConsensusIds,
            DifferenceIds = findings.DifferenceIds,
            Convergence = header.Convergence(scan.Find("heading.1.3") is not null),
            Grouping = header.Grouping,
            RoundHistory = ImportHistory.Rounds(scan),
            Round2SkippedReason = ImportHistory.SkipReason(scan, 2),
            Round3SkippedReason = ImportHistory.SkipReason(scan, 3),
            SkippedWorkers = ImportHistory.Skipped(scan),
            FinalClassificationCounts = ImportHistory.Counts(scan, findings.Findings),
            FinalVerdict = verdict.Verdict,
            VerdictToken = verdict.VerdictToken,
            VerificationScope = identity.TaskType == TaskType.FinalVerification ? header.Scope : null,
            Routing = verdict.Routing,
            DetailedAnalysis = findings.DetailedAnalysis,
            Risks = verdict.Risks(),
            Blockers = verdict.Blockers(),
            Conditions = verdict.Conditions(),
            Plan = identity.TaskType == TaskType.ImplementationPlanning ? ImportPlan.Read(scan) : null,
            Implementation = implementation,
            Verification = verification,
            HandOff = handOff,
            Materials = ImportClosing.Materials(scan),
            Questions = ImportClosing.Questions(scan),
            NextSteps = ImportClosing.NextSteps(scan),
            FollowUps = ImportClosing.FollowUps(scan),
            SourceReport = parts.SourceReport is { Length: > 0 } cited ? cited : defaults.SourceReport,
            Commits = Commits(implementation, verification, handOff),
        };
    }

    private static IReadOnlyList<string> Commits(ImplementationSection? implementation, VerificationSection? verification, HandOffSection? handOff) =>
    [
        .. implementation?.Commits.Select(commit => commit.Sha) ?? [],
        .. verification?.Commits.Select(commit => commit.Sha) ?? [],
        .. handOff?.Commits.Select(commit => commit.Sha) ?? [],
    ];

    private static string? Agreed(string? said, MarkdownCell? again, ImportProblems problems)
    {
        var other = again?.Code.Trim();
        if (string.IsNullOrEmpty(other) || other == said)
        {
            return said;
        }

        if (said is not null)
        {
            problems.Add("OKS0856", again!, $"the commit is '{other}' here and '{said}' in the header", "write the same commit into both");
        }

        return said ?? other;
    }

    private static void Approval(string markdown, MarkdownDocument document, TaskType type, ImportProblems problems)
    {
        var boxes = document.Sections.SelectMany(section => section.Items).Where(item => Approvals.ApprovalLines.IsBox($"- {item.Raw}")).ToList();
        if (type != TaskType.ImplementationPlanning)
        {
            return;
        }

        if (boxes.Count > 1)
        {
            var differ = boxes.Select(box => Approvals.ApprovalLines.IsTicked($"- {box.Raw}")).Distinct().Count() > 1;
            problems.Add("OKS0856", boxes[1], differ ? "two approval marks disagree" : "there are two approval marks", "keep the one in the block at the top of the report");
        }

        if (PlanApproval.Read(markdown, rendered: null).Contradiction is { } contradiction)
        {
            problems.Add("OKS0856", document.FrontMatter.FirstOrDefault(entry => entry.Key == "approved")?.Line ?? 1, 1, contradiction, "say the same in the frontmatter and in the box", isWarning: true);
        }
    }
}
