using Okstra.Core.Convergence;
using Okstra.Core.Reports;
using Okstra.Core.Tasks;
using Okstra.Core.Text;
using Okstra.Core.Validation;
using Okstra.Testing.Reports;

namespace Okstra.Core.Tests.Validation;

/// <summary>One way to break each rule, by its id.</summary>
internal static class Mutations
{
    public static FollowUpRow FollowUp { get; } = new()
    {
        Id = "FU-001",
        Origin = "manual",
        NewTaskId = "9436-refunds",
        Title = "Refund the orders charged twice",
        SuggestedTaskType = "requirements-discovery",
        Scope = "src/Refunds",
        Reason = "Orders already paid are not corrected by the fix.",
        Priority = "P1",
        AutoSpawn = false,
    };

    public static IReadOnlyDictionary<string, Func<ValidationInputs>> All { get; } = new Dictionary<string, Func<ValidationInputs>>(StringComparer.Ordinal)
    {
        ["REP-001"] = () => Text(inputs => inputs.ReportData.Text!.Replace("\"seq\":", "\"sequence\":", StringComparison.Ordinal)),
        ["REP-002"] = () => Data(report => report with { Seq = "002" }),
        ["REP-003"] = () => Markdown("taskGroup: checkout\n", ""),
        ["REP-004"] = () => Markdown("- Author: Report writer worker", "- Author: Claude lead"),
        ["REP-005"] = () => Markdown("## Ticket Coverage", "## Tickets"),
        ["REP-006"] = () => Markdown("## 6. Recommended Next Steps", "## 6. X").ChangeMarkdown("## Ticket Coverage", "## 6. Recommended Next Steps\n\n## Ticket Coverage"),
        ["REP-007"] = () => Markdown("| P-001 | DEV-9436 | Checkout charges shipping twice | brief |", "- P-001 Checkout charges shipping twice"),
        ["REP-008"] = () => Markdown("- Author: Report writer worker", "- Author: Report writer worker\n- Tokens: {{TOKEN_USAGE}}"),
        ["REP-009"] = () => Markdown("| 1 | 5 (F-001, F-002, F-003, F-004, F-005) |", "| 1 | 4 (F-001, F-002, F-003, F-004) |"),
        ["REP-010"] = () => Data(report => report with { FinalClassificationCounts = new Dictionary<string, int>(report.FinalClassificationCounts, StringComparer.Ordinal) { ["contested"] = 0 } }),
        ["REP-011"] = () => Data(report => report with { FinalVerdict = report.FinalVerdict with { BasisIds = ["F-077"] } }),
        ["REP-012"] = () => Data(report => report with { Risks = [.. report.Risks, report.Risks[0]] }),
        ["REP-013"] = () => Data(report => report with { FinalVerdict = report.FinalVerdict with { Direction = "looks-good" } }),
        ["REP-014"] = () => Data(report => report with { VerdictToken = "accepted" }),
        ["REP-015"] = () => Plan().ChangeMarkdown("### 4.5.7 Rollback Strategy (롤백 전략)", "### 4.5.7 롤백"),
        ["REP-016"] = () => Plan().ChangeMarkdown("- 승인 표시는 본 보고서 상단 블록에만 존재합니다.", "- [ ] Approved"),
        ["REP-017"] = () => Markdown("- No follow-up task.", ""),
        ["REP-018"] = () => Markdown("Generated or not, the quote does not exist.", "It does not exist."),
        ["REP-019"] = () => SampleValidation.Of(SampleRun.Reduced(ReportLanguage.English)).ChangeMarkdown("Reduced confidence: only 1 usable", "One usable"),
        ["REP-020"] = () => Valid() with { Html = Valid().Html with { Text = "<html><img src=\"https://example.invalid/x.png\"></html>" } },
        ["REP-021"] = () => Data(report => report with { ProblemSummary = [.. report.ProblemSummary.Take(2)] }),
        ["REP-022"] = () => Data(report => report with { Questions = [report.Questions[0] with { Why = " " }] }),
        ["REP-023"] = () => Data(report => report with { FollowUps = [FollowUp with { Origin = "later" }] }),
        ["REP-024"] = () => Data(report => report with { Routing = "implementation" }),
        ["REP-025"] = () => Data(report => report with { DifferenceIds = [.. report.DifferenceIds.Where(id => id != "F-004")] }),
        ["REP-090"] = () => Markdown("| yes<br>no |  | open |", "| yes<br>no | yes | resolved |"),
        ["PRV-001"] = () => Data(report => report with { Findings = [.. report.Findings, report.Findings[0] with { Id = "F-999" }] }),
        ["PRV-002"] = () => Data(report => report with { Findings = [.. report.Findings.Skip(1)] }),
        ["PRV-003"] = () => Finding(finding => finding with { Classification = FindingClass.PartialConsensus }),
        ["PRV-004"] = () => Valid() with { Dispatches = Without("worker-results/gemini-r2-b1.json") },
        ["PRV-005"] = () => Finding(finding => finding with { Evidence = [finding.Evidence[0] with { Quote = "never cited" }] }),
        ["PRV-006"] = () => Finding(finding => finding with { Sources = ["claude/C99"] }),
        ["PRV-007"] = () => Finding(finding => finding with { Authors = ["somebody"] }),
        ["PRV-008"] = () => Data(report => report with { TokenUsage = [.. report.TokenUsage.Select(row => row with { Usage = null })] }),
        ["PRV-009"] = () => Valid() with { Findings = new FindingsDocument { Inputs = new Dictionary<string, string>(StringComparer.Ordinal), Voters = [], Findings = [] } },
        ["PRV-010"] = () => Valid() with { StateInputHashes = new Dictionary<string, string?>(StringComparer.Ordinal) { ["worker-results/claude.json"] = null } },
        ["ART-001"] = () => Valid() with { Dispatches = Without("worker-results/codex-r0-b1.json") },
        ["ART-002"] = () => Valid() with { ManifestPaths = new Dictionary<string, bool>(StringComparer.Ordinal) { ["manifests/gone.json"] = false } },
        ["ART-003"] = () => Valid() with { Team = SampleValidation.Team("session", "") },
        ["ART-004"] = () => Valid() with { Team = null },
        ["ART-005"] = () => Valid() with { Convergence = null },
    };

    /// <summary>The sample report with its contested findings rewritten.</summary>
    public static ValidationInputs Contested(Func<ReportFinding, ReportFinding> change) =>
        Data(report => report with { Findings = [.. report.Findings.Select(finding => finding.Classification == FindingClass.Contested ? change(finding) : finding)] });

    private static ValidationInputs Valid() => SampleValidation.Valid(TaskType.ErrorAnalysis, ReportLanguage.English);

    private static ValidationInputs Plan() => SampleValidation.Valid(TaskType.ImplementationPlanning, ReportLanguage.Korean);

    private static ValidationInputs Markdown(string from, string to) => Valid().ChangeMarkdown(from, to);

    private static ValidationInputs Data(Func<ReportDocument, ReportDocument> change) => Valid().ChangeData(change);

    private static ValidationInputs Finding(Func<ReportFinding, ReportFinding> change) => Data(report => report with { Findings = [change(report.Findings[0]), .. report.Findings.Skip(1)] });

    private static ValidationInputs Text(Func<ValidationInputs, string> change) => Valid() with { ReportData = Valid().ReportData with { Text = change(Valid()) } };

    private static Dictionary<string, Core.Workers.DispatchDocument> Without(string path)
    {
        var dispatches = new Dictionary<string, Core.Workers.DispatchDocument>(Valid().Dispatches, StringComparer.Ordinal);
        return dispatches.Remove(path) ? dispatches : throw new InvalidOperationException(path);
    }
}
