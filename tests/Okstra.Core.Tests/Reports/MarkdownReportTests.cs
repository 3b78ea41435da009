using Okstra.Core.Convergence;
using Okstra.Core.Reports;
using Okstra.Core.Tasks;
using Okstra.Core.Text;
using Okstra.Core.Validation;
using Okstra.Testing.Reports;

namespace Okstra.Core.Tests.Reports;

public sealed class MarkdownReportTests
{
    private static readonly string[] Order =
    [
        "0. Clarification Response Carried In", "Summary of the Problem or Verification Target", "Ticket Coverage", "Execution Status by Agent", "Token Usage Summary",
        "1. Cross-Verification Results", "1.1 Consensus", "1.2 Differences", "1.3 Round History", "2. Final Verdict", "3. Evidence and Detailed Analysis", "3.1 Primary Evidence",
        "3.2 Detailed Analysis", "4. Missing Information and Risks", "5. Clarification Requests for the Next Run", "5.1 추가 자료 요청 (Additional Materials Requested)",
        "5.2 사용자 확인 질문 (Questions for the User)", "6. Recommended Next Steps", "7. Follow-up Tasks (후속 작업)",
    ];

    private static readonly string[] Planning =
    [
        "4.5 Implementation Planning Deliverables", "4.5.1 Option Candidates", "4.5.2 Trade-off Matrix", "4.5.3 Recommended Option (권장 옵션)",
        "4.5.4 Stepwise Execution Order (단계별 실행 순서)", "Stage Map", "4.5.5 Dependency / Migration Risk (의존성·마이그레이션 위험)", "4.5.6 Validation Checklist (검증 체크리스트)",
        "4.5.7 Rollback Strategy (롤백 전략)", "4.5.8 User Approval Request (사용자 승인 요청 — 본 보고서 상단 참조)", "4.5.9 Open Questions",
    ];

    [Fact]
    [Trait("Req", "R-REP-96")]
    [Trait("Req", "R-OPN-73")]
    [Trait("Req", "R-REP-17")]
    [Trait("Req", "R-REP-20")]
    [Trait("Req", "R-REP-24")]
    public void Headings_stand_in_the_fixed_order()
    {
        Assert.Equal(Order, Headings(Render(TaskType.ErrorAnalysis)));
    }

    [Fact]
    [Trait("Req", "R-REP-10")]
    [Trait("Req", "R-REP-11")]
    [Trait("Req", "R-REP-22")]
    [Trait("Req", "R-REP-37")]
    [Trait("Req", "R-PHS-032")]
    public void Planning_report_alone_has_the_approval_block_and_section_4_5()
    {
        var text = Render(TaskType.ImplementationPlanning);
        var headings = Headings(text);

        Assert.Equal(["User Approval Request (사용자 승인 게이트)", .. Order[..14], .. Planning, .. Order[14..]], headings);
        Assert.Equal(1, text.Split("- [ ] Approved").Length - 1);
        Assert.True(text.IndexOf("- [ ] Approved", StringComparison.Ordinal) < text.IndexOf("## 0. ", StringComparison.Ordinal));
        Assert.DoesNotContain("4.5", Headings(Render(TaskType.ErrorAnalysis)).Where(heading => heading.StartsWith("4.5", StringComparison.Ordinal)));
        Assert.DoesNotContain("Approved", Render(TaskType.ErrorAnalysis), StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Req", "R-REP-06")]
    [Trait("Req", "R-OPN-27")]
    [Trait("Req", "R-LAY-81")]
    [Trait("Req", "R-LAY-82")]
    public void Frontmatter_has_its_keys_in_order()
    {
        var lines = Render(TaskType.ErrorAnalysis).Split('\n');

        Assert.Equal(
        [
            "---", "id: [\"DEV-9436\", \"shop\", \"checkout\"]", "aliases: [\"DEV-9436\", \"shop\", \"checkout\"]", "tags: [\"obsidian\", \"okstra\", \"final-report\"]",
            "taskKey: shop:checkout:DEV-9436", "taskId: DEV-9436", "projectId: shop", "taskGroup: checkout", "date: 2026-11-20", "---",
        ], lines[..10]);
        Assert.Contains("\napproved: false\n---\n", Render(TaskType.ImplementationPlanning), StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Req", "R-LAY-79")]
    public void Frontmatter_says_no_classification_for_a_blank_value()
    {
        var report = Report(TaskType.ErrorAnalysis);

        Assert.Contains("\ndate: no-classification\n", MarkdownReport.Render(report with { Header = report.Header with { TaskDate = " " } }), StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Req", "R-WRK-40")]
    public void Header_names_the_report_writer_as_author() =>
        Assert.Contains("\n- Author: Report writer worker\n", Render(TaskType.ErrorAnalysis), StringComparison.Ordinal);

    [Theory]
    [Trait("Req", "R-REP-09")]
    [Trait("Req", "R-WRK-43")]
    [InlineData(ReportLanguage.English, "Reduced confidence: only 1 usable analysis result")]
    [InlineData(ReportLanguage.Korean, "신뢰도 축소")]
    public void One_usable_worker_is_said_in_the_header(ReportLanguage language, string words)
    {
        var text = MarkdownReport.Render(ReportComposer.Compose(SampleRun.Reduced(language)));

        Assert.InRange(text.IndexOf(words, StringComparison.Ordinal), 0, text.IndexOf("## 0.", StringComparison.Ordinal));
        Assert.Contains("- Worktree: skipped-not-git", text, StringComparison.Ordinal);
        Assert.Contains("3", text, StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Req", "R-CVG-26")]
    [Trait("Req", "R-CVG-42")]
    public void Round_history_has_one_row_for_each_round_and_goes_away_with_convergence()
    {
        var report = Report(TaskType.ErrorAnalysis);
        var text = MarkdownReport.Render(report);

        Assert.Contains("| Round | Queue before | Dispatched | completed | verification-error | Confirmed | Queue after |", text, StringComparison.Ordinal);
        Assert.Contains("\n| 1 | 5 (F-001, F-002, F-003, F-004, F-005) | 3 | 2 | 3 | partial-consensus: F-002 | 4 (F-001, F-003, F-004, F-005) |\n", text, StringComparison.Ordinal);
        Assert.Contains("\n- round2SkippedReason: `null`\n", text, StringComparison.Ordinal);
        var disabled = MarkdownReport.Render(report with { Convergence = report.Convergence with { Enabled = false } });
        Assert.DoesNotContain("Round History", disabled, StringComparison.Ordinal);
        Assert.DoesNotContain("round2SkippedReason", disabled, StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Req", "R-CVG-28")]
    [Trait("Req", "R-WRK-41")]
    [Trait("Req", "R-CON-58")]
    public void All_four_categories_are_shown()
    {
        var text = Render(TaskType.ErrorAnalysis);

        Assert.All(new[] { "Full Consensus | 1", "Partial Consensus | 1", "Worker-Unique | 1", "Contested | 1" }, label => Assert.Contains($"| {label} |", text, StringComparison.Ordinal));
        Assert.All(new[] { "| F-003 | DEV-9436 | Worker-Unique |", "| F-004 | DEV-9436 | Contested<br>" }, row => Assert.Contains(row, text, StringComparison.Ordinal));
    }

    [Fact]
    [Trait("Req", "R-CVG-29")]
    public void Contested_finding_shows_every_position_verbatim()
    {
        var report = Report(TaskType.ErrorAnalysis);
        var contested = report.Findings.First(finding => finding.Classification == FindingClass.Contested);
        var text = MarkdownReport.Render(report);

        Assert.All(contested.Votes, vote => Assert.Contains($"| {vote.Reason} |", text, StringComparison.Ordinal));
        Assert.Contains("| claude | 0 | 작성자 |  | A discount code multiplies the shipping fee by two. |", text, StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Req", "R-REP-25")]
    [Trait("Req", "R-REP-28")]
    [Trait("Req", "R-REP-17")]
    public void Empty_sections_carry_their_literal_lines()
    {
        var report = Report(TaskType.ErrorAnalysis);
        var text = MarkdownReport.Render(report with { Materials = [], Questions = [], NextSteps = [], FollowUps = [], DifferenceIds = [] });

        Assert.Contains("## 6. Recommended Next Steps\n\n- No further action required. Final verdict in section 2 stands.\n", text, StringComparison.Ordinal);
        Assert.Contains("### 1.2 Differences\n\n- 유의미한 차이 없음. 1.1 Consensus가 그대로 유효합니다.\n", text, StringComparison.Ordinal);
        Assert.EndsWith("## 7. Follow-up Tasks (후속 작업)\n\n- 후속 작업 없음.\n", text, StringComparison.Ordinal);
        Assert.Equal(3, text.Split("\n\n- 추가 정보 요청 없음.\n").Length);
    }

    [Fact]
    [Trait("Req", "R-REP-26")]
    [Trait("Req", "R-REP-27")]
    [Trait("Req", "R-REP-54")]
    public void Follow_ups_are_rows_of_section_7_and_lines_of_section_6()
    {
        var spawned = Validation.Mutations.FollowUp with { AutoSpawn = true, NewTaskId = "9436-logs" };
        var inputs = SampleRun.Inputs(TaskType.ErrorAnalysis, ReportLanguage.Korean) with { FollowUps = [Validation.Mutations.FollowUp, spawned with { Id = "FU-002" }] };
        var text = MarkdownReport.Render(ReportComposer.Compose(inputs));

        Assert.Contains("| ID | Origin | New Task ID | Title | Suggested task-type | Scope (files/areas) | Reason / Why deferred | Priority (P0/P1/P2) | Auto-spawn? |", text, StringComparison.Ordinal);
        Assert.Contains("- Follow-up: `checkout/9436-logs` — `okstra --task-key checkout/9436-logs --task-type requirements-discovery`", text, StringComparison.Ordinal);
        Assert.Contains("9436-refunds — Refund the orders charged twice", text, StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Req", "R-OPN-75")]
    [Trait("Req", "R-REP-34")]
    [Trait("Req", "R-REP-36")]
    [Trait("Req", "R-REP-38")]
    [Trait("Req", "R-OPN-77")]
    public void Columns_are_the_specified_ones()
    {
        var text = Render(TaskType.ImplementationPlanning);
        string[] headers =
        [
            "| ID | Ticket ID | 한 줄 요약 | 출처 (brief/source/worker) |",
            "| Ticket ID | 요약 | 관련 항목 IDs | Status |",
            "| Agent | Role | Model | Status | Key finding |",
            "| 항목 | 값 |",
            "| Option | Complexity | Risk | Blast radius | Testability | Effort |",
            "| Step | Ticket ID | Action | Files | Command / diff | Expected result |",
            "| Stage | Title | Depends on | Steps | Files | Conformance (requires / exempt) |",
            "| ID | Kind (order / backfill / flag-precondition / coordination / other) | Item | 영향 | 완화 / 선행 작업 |",
            "| ID | Phase (pre/mid/post) | Command / observation | Expected |",
            "| ID | Step | Action (revert command / flag toggle / migration down) | Trigger signal (error rate / latency / user report 등) | 확인 방법 |",
            "| ID | Ticket ID | 질문 | Blocking (예/아니오) | 기대 답 형태 | Status |",
            "| ID | Ticket ID | 요청 자료 | 이유 | 찾는 위치 | 둘 위치 | Status |",
            "| ID | Ticket ID | 질문 | 이유 | 기대 답 형태 | 선택지 | 답변 | Status |",
        ];

        Assert.All(headers, header => Assert.Contains($"\n{header}\n", text, StringComparison.Ordinal));
        Assert.Contains("| DM-001 |", text, StringComparison.Ordinal);
        Assert.Contains("| RB-001 |", text, StringComparison.Ordinal);
        Assert.Contains("| OQ-001 | DEV-9436 | Do old orders need a refund? | 예 | yes/no | open |", text, StringComparison.Ordinal);
        var report = Report(TaskType.ImplementationPlanning);
        var bare = MarkdownReport.Render(report with { Plan = report.Plan! with { Dependencies = [], OpenQuestions = [] } });
        Assert.Contains("### 4.5.5 Dependency / Migration Risk (의존성·마이그레이션 위험)\n\n- 의존성·마이그레이션 위험 없음.\n", bare, StringComparison.Ordinal);
        Assert.Contains("### 4.5.9 Open Questions\n\n- Open question 없음.\n", bare, StringComparison.Ordinal);
        using var data = System.Text.Json.JsonDocument.Parse(ReportText.Write(report));
        Assert.Equal("Totals", data.RootElement.GetProperty("plan").GetProperty("stages")[0].GetProperty("title").GetString());
    }

    [Fact]
    [Trait("Req", "R-REP-12")]
    public void Carried_in_rows_show_status_and_evidence()
    {
        var inputs = SampleRun.Inputs(TaskType.ErrorAnalysis, ReportLanguage.Korean) with { CarryIn = [new CarryInRow("Q1", "할인이 배송비에 적용됩니까?", "아니오", "resolved", "Q1, src/Cart/Totals.cs:42")] };

        Assert.Contains("| Q1 | 할인이 배송비에 적용됩니까? | 아니오 | resolved | Q1, src/Cart/Totals.cs:42 |", MarkdownReport.Render(ReportComposer.Compose(inputs)), StringComparison.Ordinal);
    }

    private static string[] Headings(string text) => [.. MarkdownOutline.Parse(text).Headings.Where(heading => heading.Level is 2 or 3 || heading.Text == "Stage Map").Select(heading => heading.Text)];

    private static ReportDocument Report(TaskType type) => ReportComposer.Compose(SampleRun.Inputs(type, ReportLanguage.Korean));

    private static string Render(TaskType type) => MarkdownReport.Render(Report(type));
}
