using Okstra.Assets;
using Okstra.Core.Profiles;
using Okstra.Core.Tasks;
using Okstra.Engine.Preparation;

namespace Okstra.Engine.Tests.Preparation;

/// <summary>What the release-handoff profile says, part by part.</summary>
public sealed class HandOffProfileTests
{
    private const string Questions = "Questions to the user";
    private const string Forbidden = "Forbidden";
    private const string Groups = "Stage groups";
    private const string Deliverables = "Deliverable shape";
    private const string Review = "Self-review, by the lead in person";

    private static string Profile => RunTexts.Profile(TaskType.ReleaseHandoff);

    [Fact]
    [Trait("Req", "R-PHS-089")]
    public void Purpose_is_a_push_or_pull_request_with_a_choice_at_each_step() => ProfileText.Begins(
        TaskType.ReleaseHandoff, "Purpose: take an `accepted` change that is committed already to a push, a pull request, or both, with the user's own choice at each step that changes something.");

    [Fact]
    [Trait("Req", "R-PHS-090")]
    [Trait("Req", "R-LAY-91")]
    public void The_lead_is_alone()
    {
        Assert.Contains("This phase has one agent, `Claude lead`, and no roster: no team mode, no `TeamCreate`, no agent dispatch, no drafter, no convergence. The lead drafts, asks, runs git and gh, and writes the report itself.", Profile, StringComparison.Ordinal);
        Assert.Empty(ProfileRoster.Parse(Profile));
        Assert.All(TaskTypes.All.Where(type => type != TaskType.ReleaseHandoff), type => Assert.NotEmpty(ProfileRoster.Parse(RunTexts.Profile(type))));
    }

    [Fact]
    [Trait("Req", "R-PHS-091")]
    public void The_common_contract_is_not_included_and_four_of_its_rules_hold()
    {
        Assert.DoesNotContain("## Common contract", Profile, StringComparison.Ordinal);
        Assert.All(
            (string[])[
                "starts no other phase; only a new okstra run does. Here each step that changes something also needs its own pick from a menu.",
                "Permissions, sign-offs and access are taken as given.",
                "Nothing is written through MCP.",
            ],
            rule => Assert.Contains(rule, Profile, StringComparison.Ordinal));
    }

    [Fact]
    [Trait("Req", "R-PHS-097")]
    public void First_question_has_three_actions() => Says(
        Questions,
        "`local only` (record and end, no push, no pull request) · `push + PR` (push the feature branch; open a pull request, or use the open one) · `skip` (record and end without any git command; go straight to the self-review).");

    [Fact]
    [Trait("Req", "R-PHS-098")]
    [Trait("Req", "R-OPN-88")]
    public void Second_question_offers_three_bases_and_free_input() => Says(
        Questions,
        "Base branch, for `push + PR` only: `staging` · `preprod` · `main` · `직접 입력`. A typed name is checked with `git ls-remote --heads origin <name>`; ask again when it fails or when it is the feature branch.");

    [Fact]
    [Trait("Req", "R-PHS-099")]
    public void Third_question_shows_the_text_word_for_word() => Says(
        Questions, "show title and body of the pull request word for word, then `use as-is` · `edit then proceed` · `cancel` (nothing is pushed or opened; the cancellation is recorded).");

    [Fact]
    [Trait("Req", "R-PHS-100")]
    public void Drafts_have_four_sources_and_four_sections()
    {
        Says(
            "Drafting",
            "Sources: the brief, the cited report, `git log --oneline <base>..HEAD`, `git diff <base>..HEAD --stat`.",
            "Title: the subject of the newest implementation commit, or a short line in the form of Conventional Commits.",
            "Body: `## Summary`, `## Changes`, `## Test plan`, `## Linked issues`, each left out only when there is nothing to say.");
        Assert.Equal("## Summary\n\n## Changes\n\n## Test plan\n\n## Linked issues\n", AssetCatalog.Text("templates/fragments/pr-template.md"));
    }

    [Fact]
    [Trait("Req", "R-PHS-102")]
    public void Allowed_commands_are_named()
    {
        string[] commands =
        [
            "`git status`, `git status --short`, `git diff`, `git log`, `git rev-parse`, `git ls-remote --heads origin <name>`, `gh pr list --head <branch>`, `gh pr view <url>`",
            "`git push -u origin <current-branch>`",
            "`gh pr create --base <chosen-base> --head <current-branch> --title \"<title>\" --body \"<body>\"`",
        ];

        Says("Allowed", [.. commands, "`git push -u origin <current-branch>`: after `push + PR` only, and the feature branch only.", "after `push + PR` only, when no pull request with that head is open."]);
        Assert.All(commands, command => Assert.Contains(command, PhaseRules.For(TaskType.ReleaseHandoff).AllowedLines(), StringComparison.Ordinal));
    }

    [Fact]
    [Trait("Req", "R-PHS-103")]
    public void An_open_pull_request_is_used_again() => Says(
        "Allowed", "when `gh pr list --head <branch> --state open --json url --jq '.[0].url'` answers with an address, record it and create none.");

    [Theory]
    [Trait("Req", "R-PHS-104")]
    [InlineData("`git add`, `git commit`, `git restore --staged`, `git stash`")]
    public void Committing_is_forbidden(string text) => Bans(text);

    [Theory]
    [Trait("Req", "R-PHS-105")]
    [InlineData("`git push --force`, `--force-with-lease`, `git push +<refspec>`")]
    [InlineData("`main`, `master`, `prod`, `preprod`, `staging`, `dev` or the chosen base")]
    public void Rewriting_and_protected_branches_are_forbidden(string text) => Bans(text);

    [Theory]
    [Trait("Req", "R-PHS-106")]
    [InlineData("`--no-verify`, `-n`, ")]
    public void Going_around_hooks_is_forbidden(string text) => Bans(text);

    [Theory]
    [Trait("Req", "R-PHS-107")]
    [InlineData("`gh release create`, `gh release edit`")]
    [InlineData("`npm publish`, `cargo publish`, `pip publish`, `twine upload`, `docker push`, `terraform apply`, `kubectl apply` on a cluster that is not local")]
    [InlineData("`gh pr merge`")]
    public void Releasing_deploying_and_merging_are_forbidden(string text) => Bans(text);

    [Fact]
    [Trait("Req", "R-PHS-108")]
    public void Source_stays_as_it_was_implemented() => Says(Forbidden, "Editing source, or changing anything outside this run's artifact directories. What ships is what implementation produced.");

    [Fact]
    [Trait("Req", "R-PHS-109")]
    public void Nothing_runs_that_was_not_chosen() => Says(
        Forbidden, "Any command that changes something and that the user did not choose: a pull request after `local only`, a push after `skip`, another base than the chosen one.");

    [Fact]
    [Trait("Req", "R-PHS-110")]
    public void A_failed_command_is_not_repeated_with_less_safety() => Says(
        Forbidden, "Repeating a failed git or gh command with less safety. When a push is no fast-forward: stop, explain, ask.");

    [Fact]
    [Trait("Req", "R-PHS-111")]
    public void Nobody_is_dispatched() => Says(Forbidden, "`TeamCreate`, dispatching agents, fan-out of any kind.");

    [Fact]
    [Trait("Req", "R-PHS-112")]
    public void An_unknown_reply_is_asked_again()
    {
        Says(Forbidden, "Taking an unknown reply for one of the options.");
        Says(Questions, "A reply that is none of the options is no choice: ask again, word for word.");
    }

    [Fact]
    [Trait("Req", "R-PHS-113")]
    public void Report_has_its_seven_parts_and_ends_with_done()
    {
        Says(
            Deliverables,
            "`4.6.1` to `4.6.7`: Source Verification Report, Feature Branch & Working-Tree State, User Selections, Executed Commands, Commit List, Pull Request Outcome, Routing Recommendation.",
            "The routing token is `done`. After `skip` or `cancel`, say too whether coming back makes sense.");
        var fragment = AssetCatalog.Text("templates/fragments/release-handoff-section.md");
        string[] parts =
        [
            "## 4.6 Release Handoff Deliverables (release-handoff runs only)", "### 4.6.1 Source Verification Report", "### 4.6.2 Feature Branch & Working-Tree State", "### 4.6.3 User Selections", "### 4.6.4 Executed Commands", "### 4.6.5 Commit List",
            "### 4.6.6 Pull Request Outcome", "### 4.6.7 Routing Recommendation",
        ];
        var positions = parts.Select(part => fragment.IndexOf(part, StringComparison.Ordinal)).ToList();
        Assert.DoesNotContain(-1, positions);
        Assert.Equal(positions.Order(), positions);
    }

    [Fact]
    [Trait("Req", "R-OPN-76")]
    public void Empty_parts_have_their_lines() => Assert.All(
        (string[])["- No commands executed.", "- No commits in range.", "- No PR action requested."],
        line => Assert.Contains($"\n\n{line}\n", AssetCatalog.Text("templates/fragments/release-handoff-section.md"), StringComparison.Ordinal));

    [Fact]
    [Trait("Req", "R-PHS-114")]
    public void Lead_reviews_gate_choices_bans_target_and_reuse() => Says(
        Review,
        "the path of the report and its `Verdict Token` row, word for word. Missing: the run is invalid and re-routes to `final-verification`.",
        "Each command that changed something goes back to a choice of the user.",
        "The transcripts show nothing that is forbidden. A hit makes the run `contract-violated`.",
        "What was pushed is the feature branch, and nothing else.",
        "When a pull request was open already, the report says `PR reused`.");

    [Fact]
    [Trait("Req", "R-PHS-115")]
    public void Verdict_and_commits_are_left_alone() => Says(
        "Non-goals", "Opening the verdict again; making, amending, squashing or rewriting commits.", "More pull requests, releases or deployments; merging; going beyond what was chosen.");

    [Fact]
    [Trait("Req", "R-PHS-117")]
    public void Stage_groups_go_out_in_five_steps()
    {
        var profile = Profile;
        string[] steps = ["`release-handoff(stage-group)`", "1. `okstra handoff eligible`", "2. The user picks stages and base.", "3. `okstra handoff assemble`", "4. That branch is pushed and its pull request opened, by the same choices, bans and report as above.", "5. `okstra handoff record-pr`"];
        var positions = steps.Select(step => profile.IndexOf(step, StringComparison.Ordinal)).ToList();

        Assert.DoesNotContain(-1, positions);
        Assert.Equal(positions.Order(), positions);
    }

    [Fact]
    [Trait("Req", "R-PHS-118")]
    public void A_conflict_stops_the_gathering() => Says(
        Groups, "When stages conflict (exit code 2), the gathering stops and the report lists the conflicts. They are never settled by giving up a safeguard.");

    private static void Bans(string text)
    {
        Says(Forbidden, text);
        Assert.Contains(text, PhaseRules.For(TaskType.ReleaseHandoff).ForbiddenLines(), StringComparison.Ordinal);
    }

    private static void Says(string part, params IReadOnlyList<string> sentences) => ProfileText.Says(TaskType.ReleaseHandoff, part, sentences);
}
