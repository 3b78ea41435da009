using Okstra.Assets;
using Okstra.Core.Profiles;
using Okstra.Core.Tasks;
using Okstra.Engine.Preparation;

namespace Okstra.Engine.Tests.Preparation;

/// <summary>What the implementation profile says to lead, executor and verifiers, part by part.</summary>
public sealed class ImplementationProfileTests
{
    private const string Slots = "Executor and verifiers";
    private const string Entry = "Entry gate";
    private const string Place = "Where the work happens";
    private const string Before = "Before the first edit";
    private const string TestFirst = "Test first";
    private const string Commits = "Commits";
    private const string Forbidden = "Forbidden: each of these makes the run `contract-violated`";
    private const string Deliverables = "Deliverable shape";
    private const string Review = "Self-review, by the lead in person";

    [Fact]
    [Trait("Req", "R-PHS-041")]
    public void One_executor_carries_out_the_plan_and_three_verifiers_check_it()
    {
        ProfileText.Begins(TaskType.Implementation, "Purpose: carry out one stage of the approved plan with one `Executor`, and have three verifiers check the result independently of one another.");
        Assert.Equal(["claude", "codex", "gemini", "report-writer"], ProfileRoster.Parse(RunTexts.Profile(TaskType.Implementation)));
        Says(Slots, "`Claude verifier`, `Codex verifier` and `Gemini verifier`, and one `Executor` joins them.");
    }

    [Fact]
    [Trait("Req", "R-PHS-042")]
    public void Executor_is_bound_at_preparation_and_its_provider_verifies_too() => Says(
        Slots,
        "The binding was fixed when the run was prepared and does not change:\n  - Role: `Executor`, provider `{{EXECUTOR_PROVIDER}}`\n  - Subagent: `{{EXECUTOR_WORKER_AGENT}}`\n  - Model: {{EXECUTOR_MODEL_DISPLAY}}, launched as `{{EXECUTOR_MODEL_EXECUTION_VALUE}}`\n",
        "The other two providers verify only. The executor's own provider verifies too, in a separate, fresh session: all three verifier slots are always dispatched.");

    [Fact]
    [Trait("Req", "R-PHS-043")]
    public void Other_clis_edit_in_their_own_mode_under_the_same_rules() => Says(
        Slots, "A `codex` or `gemini` executor changes files in its own CLI's auto-edit mode (`codex exec --full-auto`), not with Claude's edit tools. The same rules hold.");

    [Fact]
    [Trait("Req", "R-PHS-044")]
    public void A_session_of_its_own_is_the_safeguard() => Says(
        Slots, "A session of its own, with its own context window, is what makes that second look worth something. Both may share a model; different ones are better where there is a choice, such as `opus` to execute and `sonnet` to verify.");

    [Fact]
    [Trait("Req", "R-PHS-045")]
    public void Models_have_defaults() => Says(
        Slots, "`Claude verifier` = `sonnet`, `Codex verifier` = `gpt-5.5`, `Gemini verifier` = `auto`. The executor has the model of its provider's flag.");

    [Fact]
    [Trait("Req", "R-PHS-046")]
    public void Without_any_verdict_the_run_is_blocked() => Says(
        Slots,
        "When all verifiers end as `timeout`, `error` or `not-run` there is no independent verdict: the run ends `blocked` and routes to `error-analysis`. The lead's own opinion does not replace one.",
        "With at least one verdict the run goes on, and the report names every verifier that is missing, with its error or timeout as evidence.");

    [Fact]
    [Trait("Req", "R-PHS-048")]
    public void Only_a_recorded_mark_is_an_approval() => Says(
        Entry, "The plan has the `User Approval Request` block and a recorded approval mark that okstra accepts. \"lgtm\", \"go ahead\" or any other wording is no approval; the user changes the checkbox.");

    [Fact]
    [Trait("Req", "R-PHS-049")]
    public void The_recommended_option_is_the_whole_scope() => Says(
        Entry, "The plan's `Recommended Option` and its steps are the whole scope. A deviation is justified in the report and goes to a new planning run; nothing is widened quietly.");

    [Fact]
    [Trait("Req", "R-PHS-050")]
    public void No_other_approval_is_asked_for() => Says(Entry, "The recorded mark is all the approval that is needed. Go ahead without asking anybody else.");

    [Fact]
    [Trait("Req", "R-PHS-052")]
    public void The_worktree_is_shown_and_never_left() => Says(
        Place,
        "- Status: `{{EXECUTOR_WORKTREE_STATUS}}`\n- Path: `{{EXECUTOR_WORKTREE_PATH}}`\n- Branch: `{{EXECUTOR_WORKTREE_BRANCH}}`\n- Base: `{{EXECUTOR_WORKTREE_BASE_REF}}`\n- Note: {{EXECUTOR_WORKTREE_NOTE}}\n",
        "the executor edits, builds, tests and commits with that path as its working directory and treats it as the project root. It never changes the caller's checkout and never reaches outside.",
        "A file that would be needed from outside is a gap in the plan: record it under `Out-of-plan edits` and go on.");

    [Fact]
    [Trait("Req", "R-PHS-053")]
    public void Verifiers_read_the_same_path_and_a_skipped_status_is_cited() => Says(
        Place, "Verifiers read the same path and change nothing there.", "With a `skipped-` status the executor works in the project root, and the report's metadata header says so.");

    [Fact]
    [Trait("Req", "R-PHS-054")]
    [Trait("Req", "R-CON-93")]
    public void Linked_directories_are_written_below_the_tasks_own_folder_only() => Says(
        Place, "Linked directories lead into the main worktree. Write only below this task's own folder there (`.okstra/tasks/<group>/<task>/`); reading elsewhere is fine.");

    [Fact]
    [Trait("Req", "R-PHS-055")]
    public void Tdd_skill_comes_before_the_first_edit() => Says(
        TestFirst, "The executor invokes the `tdd` skill before its first edit and follows red, green, refactor for every change of code. Passing over it is `contract-violated`. The skill says how to work, not on what.");

    [Fact]
    [Trait("Req", "R-PHS-056")]
    public void Each_step_goes_from_a_failing_test_to_a_passing_one_in_commits_of_their_own() => Says(
        TestFirst,
        "(1) write or extend the acceptance test and see it fail for the right reason; (2) commit it as `test(<scope>): …`; (3) write the least code that passes; (4) commit `feat(<scope>): …` or `fix(<scope>): …`; (5) tidy up without changing behaviour, in a commit `refactor(<scope>): …` of its own when anything changes.",
        "The passage from failing to passing between (2) and (4) is the `TDD evidence`.");

    [Fact]
    [Trait("Req", "R-PHS-057")]
    public void Exemptions_from_tests_are_named() => Says(
        TestFirst, "Steps without observable behaviour at run time (documentation, configuration, plain renames) are exempt. Each is named as `TDD exemption: <reason>`.");

    [Fact]
    [Trait("Req", "R-PHS-058")]
    public void A_missing_harness_is_built_and_recorded() => Says(
        TestFirst, "Where the area has no test harness, build the smallest one that can hold one regression test. If the plan lacks it, it is an `Out-of-plan edit`.");

    [Fact]
    [Trait("Req", "R-PHS-059")]
    public void Plan_and_files_are_read_again_before_the_first_edit() => Says(
        Before,
        "Read the plan again, completely. Take from it the list of files, the order of the steps, the commands that validate, and the way back.",
        "Look at the present state of every file it names. If one of them changed materially since the plan was made, end the run and route to `implementation-planning`; do not edit on a guess.");

    [Fact]
    [Trait("Req", "R-PHS-060")]
    public void A_material_change_is_defined() => Says(
        Before,
        "the function, class, section or behaviour in question was edited, renamed, moved, removed or altered so that the plan's reasoning no longer holds. White space, comments and unrelated functions do not count; cite `git log --oneline <plan-created-at>..HEAD -- <file>` and go on.");

    [Fact]
    [Trait("Req", "R-PHS-061")]
    public void Reading_building_testing_and_small_local_commits_are_allowed() => Says(
        "Allowed",
        "Reading: `git status`, `git diff`, `git log`, `grep`, `rg`, `find`, `cat`, `ls`, files.",
        "Building, linting, type checks and tests: `npm test`, `pytest`, `go build`, `cargo test`, `bash -n` and the like.",
        "For the executor: editing the plan's files, `git add` and `git commit`, preferably in small commits, one step at a time.");

    [Fact]
    [Trait("Req", "R-PHS-062")]
    public void Commits_are_conventional() => Says(
        Commits,
        "`<type>(<scope>): <subject>`, then, if useful, a blank line and a body, then footers. Types: `feat`, `fix`, `perf`, `revert`, `deps`, `docs`, `refactor`, `build`, `ci`, `chore`, `test`. The scope is the plan step or the main module; leave the parentheses out only when there is none.");

    [Fact]
    [Trait("Req", "R-PHS-063")]
    public void Subjects_are_short_imperative_and_name_no_ai() => Says(
        Commits,
        "The subject has at most 72 characters, is imperative, and has no full stop, no emoji and no mention of an AI (`Co-Authored-By: Claude …`, `Generated with Claude Code`). The body says why, wrapped near 100 characters.");

    [Fact]
    [Trait("Req", "R-PHS-064")]
    public void Messages_name_tickets_and_never_artifacts() => Says(
        Commits,
        "No okstra artifacts in messages: no `Plan:`, `Report:`, `Run:` or `Task:` footer, no path of the state folder. They belong under `Plan link & approval evidence`. Footers that may stand: `BREAKING CHANGE: …`, `Refs: <ticket>`, `Closes #<n>`; tickets by id only, such as `Refs: DEV-9423`.");

    [Fact]
    [Trait("Req", "R-PHS-065")]
    public void One_commit_is_one_step_and_stands_in_the_report() => Says(
        Commits, "One commit for each step, or for a cohesive part of one. No unrelated steps together, no splitting the plan did not ask for. Every message stands word for word in the report's `Commit list`.");

    [Fact]
    [Trait("Req", "R-PHS-066")]
    [Trait("Req", "R-OPN-65")]
    public void Pushing_publishing_deploying_and_rewriting_are_forbidden()
    {
        Says(
            Forbidden,
            "`git push` in any form, `--dry-run` against a real remote included.",
            "`npm publish`, `cargo publish`, `pip publish`, `gh release`, `docker push`.",
            "Deploying (`terraform apply`, `kubectl apply` and the like), migrations against shared databases, writing through third-party APIs or MCP.",
            "Rewriting history (`git rebase`, `git reset --hard`, amending somebody else's commit), removing branches or worktrees, `--no-verify`.",
            "Edits outside the plan that are not recorded under `Out-of-plan edits`.");
        var rules = PhaseRules.For(TaskType.Implementation).ForbiddenLines();
        Assert.All(
            (string[])["`git push` in any form", "`npm publish`, `cargo publish`, `pip publish`, `gh release`, `docker push`", "`terraform apply`, `kubectl apply`", "`git rebase`, `git reset --hard`", "`--no-verify`", "third-party API or MCP", "`Out-of-plan edits`"],
            part => Assert.Contains(part, rules, StringComparison.Ordinal));
    }

    [Fact]
    [Trait("Req", "R-PHS-067")]
    [Trait("Req", "R-REP-98")]
    public void Report_has_the_parts_later_phases_look_up()
    {
        string[] parts = ["Plan link & approval evidence", "Commit list", "Diff summary", "Validation evidence", "TDD evidence", "Out-of-plan edits", "Rollback verification", "Verifier results", "Routing recommendation for final-verification"];

        Says(Deliverables, [.. parts.Select(part => $"`{part}`"), "and follow-up tasks in section 7"]);
        Assert.All(parts, part => Assert.Contains($"\n### {part}\n", AssetCatalog.Text("templates/fragments/implementation-section.md"), StringComparison.Ordinal));
        Says(Review, "each step of the stage has a commit or `Skipped: <reason>`.");
        Says(TestFirst, "`TDD exemption: <reason>`");
    }

    [Fact]
    [Trait("Req", "R-PHS-068")]
    public void A_flag_is_exercised_switched_off() => Says(
        Deliverables, "at least one validation command ran with the flag off, and succeeded. A flag whose off path was never run fails the requirement.");

    [Fact]
    [Trait("Req", "R-PHS-069")]
    public void Persisted_state_needs_a_dry_run_of_the_way_back() => Says(
        Deliverables,
        "a dry run of the way back is mandatory, with its command, exit code and output. Where no dry run exists, nothing is claimed and the run routes to `implementation-planning`. Skipping it makes final verification treat the run as `contract-violated`.");

    [Fact]
    [Trait("Req", "R-PHS-070")]
    public void Everything_undelivered_is_listed() => Says(
        Deliverables,
        "Everything found and not delivered is listed in section 7: discoveries left out on purpose, verifier concerns that were declined, limits of the plan that need a ticket, open questions of `4.5.9`.",
        "Nothing to list is the one line `- 후속 작업 없음.`; silence violates the contract. Rows with `Auto-spawn? = no` stand in section 6 as well.");

    [Fact]
    [Trait("Req", "R-PHS-071")]
    public void Lead_reviews_coverage_evidence_bans_and_placeholders() => Says(
        Review,
        "Coverage: each step of the stage has a commit or `Skipped: <reason>`.",
        "Evidence: each claim about validation or tests has its command line and exit code.",
        "Forbidden actions: the transcripts show none.",
        "Placeholders: ");

    [Fact]
    [Trait("Req", "R-PHS-072")]
    public void Placeholder_scan_looks_at_added_lines_for_eight_words() => Says(
        Review,
        "Placeholders: of `git diff <base>..HEAD`, take the added lines (`+`, not `+++`) and look for the whole words `TBD`, `TODO`, `FIXME`, `XXX`, `implement later`, `handle edge cases`, `similar to`, `placeholder`. Write `clean` when there is none. Anything else is removed, or justified one by one in the report.");

    [Fact]
    [Trait("Req", "R-PHS-073")]
    public void A_fault_on_the_way_is_understood_and_routed_after_the_run() => Says(
        TestFirst, "A fault met on the way: find the cause before the fix. Do not turn into an `error-analysis` in the middle of a run; record what you found and route after the run.");

    [Fact]
    [Trait("Req", "R-PHS-074")]
    [Trait("Req", "R-PHS-075")]
    [Trait("Req", "R-OPN-66")]
    [Trait("Req", "R-OPN-67")]
    public void Verifiers_check_in_three_tiers_and_end_with_a_token()
    {
        var fragment = AssetCatalog.Text("prompts/profiles/_implementation-verifier.md").TrimEnd('\n');

        Assert.Contains(fragment, RunTexts.Profile(TaskType.Implementation), StringComparison.Ordinal);
        Assert.All(
            (string[])[
                "1. **Plan and diff.**",
                "2. **Quality commands.** The `qaCommands` the project declares, each run as `cd <worktree> && <command>`, with command line and exit code.",
                "3. **Conformance gate.** The entry of this run's own stage in `qa/conformance-manifest.json`, and no other.",
                "one token: `PASS`, `CONCERNS` or `FAIL`",
            ],
            part => Assert.Contains(part, fragment, StringComparison.Ordinal));
    }

    [Fact]
    [Trait("Req", "R-PHS-076")]
    public void Only_the_tdd_skill_is_invoked_and_no_skill_has_a_prefix()
    {
        var profiles = TaskTypes.All.Select(RunTexts.Profile).ToList();

        Assert.Contains("`tdd` skill", RunTexts.Profile(TaskType.Implementation), StringComparison.Ordinal);
        Assert.All(
            (string[])["superpowers:", "brainstorming", "writing-plans", "executing-plans", "test-driven-development", "verification-before-completion", "code-review", "systematic-debugging"],
            name => Assert.All(profiles, profile => Assert.DoesNotContain(name, profile, StringComparison.Ordinal)));
    }

    private static void Says(string part, params IReadOnlyList<string> sentences) => ProfileText.Says(TaskType.Implementation, part, sentences);
}
