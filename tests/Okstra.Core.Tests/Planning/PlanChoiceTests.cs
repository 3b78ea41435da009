using System.Text.Json;
using Okstra.Core.Reports;
using Okstra.Core.Tasks;
using Okstra.Core.Text;
using Okstra.Testing.Reports;

namespace Okstra.Core.Tests.Planning;

public sealed class PlanChoiceTests
{
    private static readonly PlanSection Sound = SoundPlan.Of();

    [Fact]
    public void The_soundest_proposal_is_the_plan_whoever_stands_first_in_the_roster()
    {
        var report = Compose(null, ("claude", Text(Sound with { Rollback = [] })), ("codex", Text(Sound)));

        Assert.Equal(("codex", 0), (report.ProposedBy, report.Review.Count));
        Assert.Equal([("claude", 1, false), ("codex", 0, true)], report.Proposals.Select(proposal => (proposal.Worker, proposal.Blocking, proposal.Used)));
        Assert.All(report.Proposals, proposal => Assert.Equal("Guard", proposal.Recommended));
    }

    [Fact]
    public void Between_equally_sound_proposals_the_one_whose_claims_held_is_taken()
    {
        var report = Compose(null, ("codex", Text(Sound)), ("gemini", Text(Sound)));
        var held = report.Proposals.OrderBy(proposal => proposal.OpenClaims).ThenByDescending(proposal => proposal.ConfirmedClaims).First();

        Assert.NotEqual(report.Proposals[0].OpenClaims, report.Proposals[1].OpenClaims);
        Assert.Equal(held.Worker, report.ProposedBy);
    }

    [Fact]
    public void The_plan_the_writer_merged_is_taken_when_it_is_as_sound_as_the_best_proposal()
    {
        var merged = Sound with { Rollback = [Sound.Rollback[0] with { Trigger = "orders without a fee" }] };

        var report = Compose(Text(merged), ("claude", Text(Sound)), ("codex", Text(Sound with { Checks = [] })));

        Assert.Equal(("report-writer", "orders without a fee"), (report.ProposedBy, report.Rollback[0].Trigger));
        Assert.DoesNotContain(report.Proposals, proposal => proposal.Used);
    }

    [Fact]
    public void Asking_a_question_that_blocks_makes_a_plan_no_worse()
    {
        var asking = Sound with { OpenQuestions = [SoundPlan.Question("OQ-001", blocking: true, "open")] };

        Assert.Equal("report-writer", Compose(Text(asking), ("claude", Text(Sound))).ProposedBy);
    }

    [Fact]
    public void A_merged_plan_with_more_flaws_than_the_best_proposal_is_not_taken()
    {
        var report = Compose(Text(Sound with { Stages = [] }), ("claude", Text(Sound with { Checks = [] })), ("codex", Text(Sound)));

        Assert.Equal("codex", report.ProposedBy);
    }

    [Fact]
    public void A_writer_cannot_bring_a_plan_nobody_proposed() => Assert.Equal(((string?)null, 0), (Compose(Text(Sound)) is var plan ? plan.ProposedBy : "", Compose(Text(Sound)).Steps.Count));

    [Fact]
    public void A_proposal_that_came_as_text_is_read_all_the_same()
    {
        var report = Compose(null, ("claude", JsonSerializer.Serialize($"```json\n{Text(Sound)}\n```")));

        Assert.Equal(("claude", 2), (report.ProposedBy, report.Steps.Count));
    }

    [Fact]
    public void Paths_are_held_against_the_inspected_source()
    {
        var report = Compose(null, ("claude", Text(Sound with { Options = [Sound.Options[0], Sound.Options[1] with { Files = ["src/apy.py"] }] })));

        Assert.Equal(["PLN-023"], report.Review.Select(flaw => flaw.Rule));
    }

    [Fact]
    public void The_report_shows_every_proposal_and_every_flaw()
    {
        var inputs = Inputs(null, ("claude", Text(Sound with { Checks = [] })));

        var text = MarkdownReport.Render(ReportComposer.Compose(inputs));

        Assert.Contains("| claude | Guard | 1 | 1 | 1 | 0 | yes |", text, StringComparison.Ordinal);
        Assert.Contains("| PLN-001 | coverage | 4.5.6 | the plan has no checks | yes |", text, StringComparison.Ordinal);
    }

    private static PlanSection Compose(string? merged, params (string Worker, string Plan)[] proposals) => ReportComposer.Compose(Inputs(merged, proposals)).Plan!;

    private static ReportInputs Inputs(string? merged, params (string Worker, string Plan)[] proposals)
    {
        var inputs = SampleRun.Inputs(TaskType.ImplementationPlanning, ReportLanguage.English);
        var plans = proposals.ToDictionary(proposal => proposal.Worker, proposal => proposal.Plan, StringComparer.Ordinal);
        return inputs with
        {
            TicketIds = SoundPlan.Tickets,
            KnownPaths = SoundPlan.Files,
            Dispatches = [.. inputs.Dispatches.Select(dispatch => dispatch switch
            {
                { Round: 0, Answer: { } answer } => dispatch with { Answer = answer with { Plan = plans.TryGetValue(dispatch.Worker, out var plan) ? Json(plan) : null } },
                { Round: -1 } => dispatch with { Narrative = (dispatch.Narrative ?? NarrativeFields.Empty) with { Plan = merged is null ? null : Json(merged) } },
                _ => dispatch,
            })],
        };
    }

    private static JsonElement Json(string text)
    {
        using var document = JsonDocument.Parse(text);
        return document.RootElement.Clone();
    }

    private static string Text(PlanSection plan) => JsonSerializer.Serialize(plan, JsonSerializerOptions.Web);
}
