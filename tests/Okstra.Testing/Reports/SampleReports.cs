using Okstra.Core.Reports;
using Okstra.Core.Reports.Deliverables;
using Okstra.Core.Tasks;
using Okstra.Core.Text;

namespace Okstra.Testing.Reports;

/// <summary>A made-up report of every task type, with every part filled.</summary>
public static class SampleReports
{
    public const string Head = "91d0be7c5a4f4d2b8e6a7c9d0e1f2a3b4c5d6e7f";

    public static ReportDocument Of(TaskType type, ReportLanguage language)
    {
        if (type.IsAnalysis())
        {
            return ReportComposer.Compose(SampleRun.Inputs(type, language));
        }

        var report = ReportComposer.Compose(SampleRun.Inputs(TaskType.ErrorAnalysis, language)) with { TaskType = type, HeadSha = Head, FollowUps = [FollowUp] };
        return type switch
        {
            TaskType.Implementation => report with { Stage = 1, Routing = "final-verification", Implementation = Implementation, Commits = [.. Implementation.Commits.Select(commit => commit.Sha)] },
            TaskType.FinalVerification => report with
            {
                Routing = "error-analysis",
                VerdictToken = "conditional-accept",
                VerificationScope = "whole-task",
                Conditions = ["Turn the flag on for one tenant first", "Watch the refund rate for a day"],
                Blockers = [new BlockerRow("B-001", "minor", "src/Cart/Totals.cs:43 has no test for empty carts", "implementation-planning")],
                SourceReport = "runs/implementation/stage-1/reports/final-report-implementation-001.md",
                Verification = Verification,
                Commits = [.. Verification.Commits.Select(commit => commit.Sha)],
            },
            _ => report with
            {
                Author = "Claude lead",
                Routing = "done",
                Findings = [],
                ConsensusIds = [],
                DifferenceIds = [],
                DetailedAnalysis = [],
                Convergence = report.Convergence with { Enabled = false },
                RoundHistory = [],
                SkippedWorkers = [],
                FinalClassificationCounts = report.FinalClassificationCounts.ToDictionary(pair => pair.Key, _ => 0, StringComparer.Ordinal),
                SourceReport = "runs/final-verification/reports/final-report-final-verification-001.md",
                HandOff = HandOff,
                Commits = [.. HandOff.Commits.Select(commit => commit.Sha)],
            },
        };
    }

    public static FollowUpRow FollowUp { get; } = new()
    {
        Id = "FU-001",
        Origin = "scope-boundary",
        NewTaskId = "9436-refunds",
        Title = "Refund the orders charged twice",
        SuggestedTaskType = "requirements-discovery",
        Scope = "src/Refunds",
        Reason = "The plan leaves refunds to a task of their own.",
        Priority = "P1",
        AutoSpawn = false,
    };

    public static ImplementationSection Implementation { get; } = new()
    {
        PlanPath = "runs/implementation-planning/reports/final-report-implementation-planning-001.md",
        ApprovalEvidence = "- [x] Approved, recorded by `okstra --approve`",
        Commits =
        [
            new ImplementationCommit("5f2a9c1d", "1", "test(cart): shipping is charged once\n\nTwo lines paid it twice.\n  Refs: DEV-9436"),
            new ImplementationCommit("91d0be7c", "2", "fix(cart): add shipping after the loop"),
        ],
        Diff = [new DiffRow("src/Cart/Totals.cs", "+2 -1"), new DiffRow("tests/Cart/TotalsTests.cs", "+18")],
        Steps = [new StepResult("1", "5f2a9c1d", null), new StepResult("2", "91d0be7c", null), new StepResult("3", null, "the cache is not on this path")],
        Validation = [new CommandRun("dotnet test tests/Cart | tail -1", 0, "18 passed"), new CommandRun("dotnet format --verify-no-changes", 2, "one file differs")],
        Tdd = [new TddRow("1", "`Shipping_once` failed: expected 5, got 10", "`Shipping_once` passed in 91d0be7c")],
        TddExemptions = ["step 4 only renames a folder"],
        OutOfPlanEdits = [new OutOfPlanEdit("tests/Cart/Fixtures.cs", "a second line was needed")],
        Rollback = [new CommandRun("git revert --no-commit 91d0be7c", 0, "clean")],
        Verifiers =
        [
            new VerifierResult { Verifier = "claude", Model = "sonnet", Status = "completed", Verdict = "pass", Note = "" },
            new VerifierResult { Verifier = "gemini", Model = "auto", Status = "timeout", Verdict = "", Note = "no answer within 600 s" },
        ],
        RoutingReason = "Every step has a commit and the tests pass.",
    };

    public static VerificationSection Verification { get; } = new()
    {
        Worktree = "/home/user/.okstra/worktrees/shop/checkout/dev-9436",
        Commits = [new CommitLine("5f2a9c1d", "test(cart): shipping is charged once"), new CommitLine("91d0be7c", "fix(cart): add shipping after the loop")],
        Diff = [new DiffRow("src/Cart/Totals.cs", "+2 -1")],
        ResidualRisks = [new ResidualRiskRow("RR-001", "Old carts keep the fee until they expire", "checkout team", "more than 10 complaints a day")],
        Evidence = [new RequirementEvidence("Shipping is charged once", "tests/Cart/TotalsTests.cs:12", "passes at head")],
        Commands = [new CommandRun("dotnet test tests/Cart", 0, "18 passed"), new CommandRun("git status --short", 0, "")],
        RoutingReason = "One blocker of the plan stays.",
    };

    public static HandOffSection HandOff { get; } = new()
    {
        VerdictRow = "| Verdict Token | accepted |",
        Branch = "fix/dev-9436",
        WorkingTree = "",
        Selections =
        [
            new UserSelection { Prompt = "H1 action", Answer = "push + PR", Source = "", Difference = "" },
            new UserSelection { Prompt = "H2 base", Answer = "release/2026", Source = "free-form", Difference = "" },
            new UserSelection { Prompt = "H3 text", Answer = "edit then proceed", Source = "", Difference = "- Fix totals\n+ Charge shipping once\n\n   ## Summary" },
        ],
        Commands = [new CommandRun("git push -u origin fix/dev-9436", 0, "new branch"), new CommandRun("gh pr create --base release/2026 --head fix/dev-9436 --title \"Charge shipping once\" --body \"…\"", 0, "created")],
        Commits = [new HandOffCommit("91d0be7c", Head, "fix(cart): add shipping after the loop", ["src/Cart/Totals.cs", "tests/Cart/TotalsTests.cs"])],
        PullRequest = new PullRequestOutcome.Created("https://git.example.com/shop/pull/12", "Charge shipping once", "release/2026"),
        ReEntryAdvice = "",
    };
}
