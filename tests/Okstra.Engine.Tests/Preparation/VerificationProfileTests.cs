using Okstra.Assets;
using Okstra.Core.Profiles;
using Okstra.Core.Tasks;
using Okstra.Engine.Preparation;

namespace Okstra.Engine.Tests.Preparation;

/// <summary>What the final-verification profile says, part by part.</summary>
public sealed class VerificationProfileTests
{
    private const string Deliverables = "Deliverable shape";
    private const string Review = "Self-review, by the lead in person";

    [Fact]
    [Trait("Req", "R-PHS-077")]
    public void Verification_gives_a_verdict_with_the_analysis_roster()
    {
        ProfileText.Begins(TaskType.FinalVerification, "Purpose: say whether the delivered change can be accepted.");
        Assert.Equal(["claude", "codex", "gemini", "report-writer"], ProfileRoster.Parse(RunTexts.Profile(TaskType.FinalVerification)));
    }

    [Fact]
    [Trait("Req", "R-PHS-078")]
    public void Verification_looks_at_coverage_expected_values_and_what_a_rollout_needs()
    {
        Says(
            "Primary focus areas",
            "Coverage: each requirement of the brief and of the plan, and where it is met.",
            "Configuration files and deployment manifests that were delivered, against the expected values in `reference-expectations.md`.",
            "Regressions: what else runs through the changed places.",
            "Readiness for rollout, and what operating it will need.");
        Says("Expected output emphasis", "Acceptance blockers.", "Residual risk.", "A final recommendation for the release.");
    }

    [Fact]
    [Trait("Req", "R-PHS-081")]
    public void Lead_captures_the_target_before_anybody_is_dispatched() => Says(
        "Entry gate",
        "Before any worker is dispatched the lead runs these in that worktree and cites them as the verification target: `git rev-parse HEAD`, `git status --short`, `git diff --stat <implementation-base>..HEAD`.");

    [Fact]
    [Trait("Req", "R-PHS-083")]
    public void Report_has_seven_deliverables_and_a_place_for_each()
    {
        Says(
            Deliverables,
            "`Source Implementation Report`: its relative path, the commit list and diff summary that were the target, the worktree that was inspected, base and head as captured at the start.",
            "a row `Verdict Token` in `## 2. Final Verdict` with one of `accepted`, `conditional-accept`, `blocked`.",
            "`Acceptance Blockers` and `Residual Risk` in section 4.",
            "`Validation Evidence`: an artifact for each requirement.",
            "`Read-only command log`: each command with its exact line and exit code.",
            "A routing recommendation that follows from verdict and blockers.");
        var fragment = AssetCatalog.Text("templates/fragments/final-verification-section.md");
        Assert.All(
            (string[])["Acceptance Blockers", "Residual Risk", "Source Implementation Report", "Validation Evidence", "Read-only command log", "Routing recommendation"],
            part => Assert.Contains($"### {part}\n", fragment, StringComparison.Ordinal));
    }

    [Fact]
    [Trait("Req", "R-PHS-084")]
    public void Questions_are_asked_only_for_what_the_user_alone_knows() => Says(
        "Clarification addenda", "Fill section 5 only when a blocker depends on something the user alone knows: what the deployment is for, which environment it goes to, how a business rule is meant.");

    [Fact]
    [Trait("Req", "R-PHS-085")]
    public void Lead_reviews_verdict_blockers_coverage_dissent_and_that_nothing_was_changed() => Says(
        Review,
        "the `Verdict Token` row has one of the three tokens, and `conditional-accept` lists every condition as something to do. \"Looks good\" or \"mostly ready\" is no verdict.",
        "Each blocker can be traced to a file with its line, a log, an exit code or a SELECT. One without evidence becomes residual risk, or goes.",
        "Each requirement is covered by an artifact or listed as a blocker.",
        "Dissent stays visible in section 1.2.",
        "look through the transcripts for edits, writes and commands that change something. A single hit means that the run crossed into implementation: it is re-routed as such, and the evidence stays.");

    [Fact]
    [Trait("Req", "R-PHS-086")]
    public void Verification_records_and_ends_and_fixes_nothing() => Says(
        "Non-goals",
        "Unrelated refactoring, editing source, follow-up fixes, a wider scope.",
        "The run records it and ends; only tests and validation commands that exist already may run, and only those that change nothing. Whatever changes source, schema or a deployment is forbidden.");

    [Fact]
    [Trait("Req", "R-PHS-087")]
    public void Verification_has_a_scope_and_the_whole_task_spans_all_conformance_entries() => Says(
        "Scope",
        "A verification has one scope: `whole-task` or `single-stage`.",
        "`whole-task` looks at everything the plan delivers, and the conformance gate spans all of its entries. Only this scope leads to `release-handoff`.");

    [Fact]
    [Trait("Req", "R-PHS-088")]
    public void Section_7_is_mandatory() => Says(Deliverables, "Section 7 is mandatory; nothing to list is the line `- 후속 작업 없음.`");

    private static void Says(string part, params IReadOnlyList<string> sentences) => ProfileText.Says(TaskType.FinalVerification, part, sentences);
}
