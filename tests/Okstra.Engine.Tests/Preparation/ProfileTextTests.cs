using Okstra.Core.Profiles;
using Okstra.Core.Tasks;
using Okstra.Engine.Preparation;

namespace Okstra.Engine.Tests.Preparation;

/// <summary>What the profile of each analysis phase says to the agents, part by part.</summary>
public sealed class ProfileTextTests
{
    private const string Focus = "Primary focus areas";
    private const string Emphasis = "Expected output emphasis";
    private const string Addenda = "Clarification addenda";
    private const string NonGoals = "Non-goals";

    [Theory]
    [Trait("Req", "R-PHS-012")]
    [InlineData(TaskType.RequirementsDiscovery, "Purpose: understand what is asked, say what kind of work it is, and recommend the phase that should come next.")]
    public void Discovery_has_its_purpose_and_roster(TaskType type, string purpose) => HasPurposeAndRoster(type, purpose);

    [Theory]
    [Trait("Req", "R-PHS-018")]
    [InlineData(TaskType.ErrorAnalysis, "Purpose: find out why it fails, and prove it.")]
    public void Error_analysis_has_its_purpose_and_roster(TaskType type, string purpose) => HasPurposeAndRoster(type, purpose);

    [Theory]
    [Trait("Req", "R-PHS-023")]
    [InlineData(TaskType.ImplementationPlanning, "Purpose: a plan somebody can approve and then follow step by step. No code is written here.")]
    public void Planning_has_its_purpose_and_roster(TaskType type, string purpose) => HasPurposeAndRoster(type, purpose);

    [Fact]
    [Trait("Req", "R-PHS-013")]
    public void Discovery_looks_at_five_things() => Says(
        TaskType.RequirementsDiscovery,
        Focus,
        "What sort of work is this: `bugfix`, `feature`, `improvement`, `refactor` or `ops-change`?",
        "Which phase is the next safe one: `error-analysis` or `implementation-planning`? No other phase may follow directly.",
        "Which materials are missing, so that the choice could turn out wrong?",
        "What must stay the same if the work runs long under this task key",
        "At which points does the user have to confirm something before the next phase?");

    [Fact]
    [Trait("Req", "R-PHS-014")]
    public void Discovery_delivers_a_routing_decision_its_limits_and_the_next_phase() => Says(
        TaskType.RequirementsDiscovery, Emphasis, "A routing decision that rests on evidence.", "Where certainty ends, and which inputs would move that line.", "The recommended next phase, and from where work can safely be taken up again.");

    [Fact]
    [Trait("Req", "R-PHS-015")]
    public void Discovery_asks_questions_that_decide_the_routing() => Says(
        TaskType.RequirementsDiscovery,
        Addenda,
        "Fill section 5 whenever an input is missing that blocks the routing.",
        "Prefer questions whose answer maps straight to a choice (`bugfix` or `feature`, `error-analysis` or `implementation-planning`). Explain each choice in plain words, with one sentence on what it means for the next phase.");

    [Fact]
    [Trait("Req", "R-PHS-016")]
    public void Discovery_designs_edits_plans_builds_and_deploys_nothing() => Says(
        TaskType.RequirementsDiscovery, NonGoals, "A full design, beyond what choosing the phase needs.", "Editing source, writing a plan, building, deploying.");

    [Fact]
    [Trait("Req", "R-PHS-019")]
    public void Error_analysis_looks_at_symptom_trigger_and_causes() => Says(
        TaskType.ErrorAnalysis, Focus, "Symptom and trigger: what exactly goes wrong, with which input, since when.", "Candidates for the root cause, the most likely one first.", "Evidence for and against each candidate");

    [Fact]
    [Trait("Req", "R-PHS-020")]
    public void Error_analysis_delivers_shown_causes_their_limits_and_next_steps() => Says(
        TaskType.ErrorAnalysis, Emphasis, "A cause that is shown, not asserted", "Where certainty ends.", "The next diagnostic steps a person can take.");

    [Fact]
    [Trait("Req", "R-PHS-021")]
    public void Error_analysis_asks_when_uncertain_and_in_plain_words() => Says(
        TaskType.ErrorAnalysis, Addenda, "Fill section 5 whenever an uncertainty remains that blocks the analysis.", "Use everyday words instead of abbreviations: \"초당 평균 요청 수\" rather than \"QPS\", \"재현 절차\" rather than \"repro\".");

    [Fact]
    [Trait("Req", "R-PHS-022")]
    public void Error_analysis_fixes_nothing_and_stays_in_its_phase() => Says(
        TaskType.ErrorAnalysis, NonGoals, "Details of a fix, beyond what validates the cause.", "Editing source, building, migrating, deploying. The run stays in this phase whatever a request says.");

    [Fact]
    [Trait("Req", "R-PHS-024")]
    public void Planning_explores_before_it_drafts() => Says(
        TaskType.ImplementationPlanning,
        "Before drafting",
        "Read the brief, the briefs of related tasks, and every specification or design document they cite, completely.",
        "Look at the present state of every file the brief names; when a name is out of date, at the closest match. Note what the file is responsible for, its public interface, and what is coupled to it.");

    [Fact]
    [Trait("Req", "R-PHS-025")]
    public void Planning_delivers_options_risks_and_one_order() => Says(
        TaskType.ImplementationPlanning, Emphasis, "Options that could really be built.", "Dependencies and risks in plain sight.", "One recommended order of execution.");

    [Fact]
    [Trait("Req", "R-PHS-026")]
    [Trait("Req", "R-PHS-027")]
    public void Planning_compares_options_with_their_files_on_four_principles() => Says(
        TaskType.ImplementationPlanning,
        Focus,
        "Feasible options, each with its own list of files and its own structure.",
        "How the options compare on isolation, on files that change together, on following the patterns that are already there, and on not building what nobody needs yet.");

    [Fact]
    [Trait("Req", "R-PHS-028")]
    public void Planning_asks_for_small_test_first_steps_with_files_commands_and_code() => Says(
        TaskType.ImplementationPlanning,
        Focus,
        "Small steps of two to five minutes, one action each: write a failing test; see it fail; write the least code; see it pass; commit. Each step names its exact files and commands, and shows real code or a diff sketch where code changes.");

    [Fact]
    [Trait("Req", "R-PHS-029")]
    [Trait("Req", "R-PHS-030")]
    [Trait("Req", "R-PHS-031")]
    public void Planning_covers_dependencies_checks_and_the_way_back() => Says(
        TaskType.ImplementationPlanning,
        Focus,
        "Dependencies and migration risk: order constraints, data backfills, preconditions of feature flags, sequencing inside the repository.",
        "A checklist for before, during and after: every item is an exact command or something that can be observed.",
        "The way back: which commits, flags or migrations to revert, and the signal that says it is time to.");

    [Fact]
    [Trait("Req", "R-PHS-033")]
    public void Planning_names_the_two_ways_to_approve() => Says(
        TaskType.ImplementationPlanning, "Deliverable shape", "The user opens the gate by changing it to `- [x] Approved`, or by starting the next phase with `--approve`.");

    [Fact]
    [Trait("Req", "R-PHS-034")]
    public void Planning_names_every_literal_heading()
    {
        string[] headings = ["Option Candidates", "Trade-off Matrix", "Recommended Option", "Stepwise Execution Order", "Dependency / Migration Risk", "Validation Checklist", "Rollback Strategy", "User Approval Request", "Open Questions"];

        Says(TaskType.ImplementationPlanning, "Deliverable shape", $"The headings of the report must contain these words literally: {string.Join(", ", headings.Select(heading => $"`{heading}`"))}.");
        Assert.All(headings, heading => Assert.Contains(heading, Assets.AssetCatalog.Text("templates/fragments/planning-section.md"), StringComparison.Ordinal));
    }

    [Fact]
    [Trait("Req", "R-PHS-011")]
    [Trait("Req", "R-PHS-035")]
    [Trait("Req", "R-PHS-036")]
    public void Planning_is_reviewed_by_the_lead_in_person() => Says(
        TaskType.ImplementationPlanning,
        "Self-review, by the lead in person",
        "Does the plan cover everything the brief asks for?",
        "Is it free of placeholders such as TBD or TODO?",
        "Do file lists, comparison and steps agree on paths, names and signatures?",
        "Can anything be read in two ways? Make it explicit, or put it under `Open Questions`.",
        "Does it span several independent subsystems? Then recommend separate planning runs.");

    [Fact]
    [Trait("Req", "R-PHS-037")]
    [Trait("Req", "R-LAY-23")]
    public void Planning_tunes_edits_builds_and_sends_nothing() => Says(
        TaskType.ImplementationPlanning,
        NonGoals,
        "Fine-tuning that does not change the approach.",
        "Editing source before approval and outside a separate `implementation` run; builds, migrations, deployments, or any command that changes something outside the run's own artifacts.",
        "Agents beyond the roster; output in `docs/superpowers/specs/` or `docs/superpowers/plans/`; another phase because a request says so.");

    [Fact]
    [Trait("Req", "R-PHS-040")]
    public void Planning_turns_every_ambiguity_into_an_open_question() => Says(
        TaskType.ImplementationPlanning, Addenda, "Every ambiguity met before or while planning becomes a row under `Open Questions`, to be settled before approval.");

    private static void HasPurposeAndRoster(TaskType type, string purpose)
    {
        Assert.Contains($"\n{purpose}", RunTexts.Profile(type), StringComparison.Ordinal);
        Assert.Equal(["claude", "codex", "gemini", "report-writer"], ProfileRoster.Parse(RunTexts.Profile(type)));
    }

    private static void Says(TaskType type, string part, params IReadOnlyList<string> sentences)
    {
        var profile = RunTexts.Profile(type);
        var start = profile.IndexOf($"\n## {part}\n", StringComparison.Ordinal);
        Assert.NotEqual(-1, start);
        var end = profile.IndexOf("\n## ", start + 1, StringComparison.Ordinal);
        var text = end < 0 ? profile[start..] : profile[start..end];
        Assert.All(sentences, sentence => Assert.Contains(sentence, text, StringComparison.Ordinal));
    }
}
