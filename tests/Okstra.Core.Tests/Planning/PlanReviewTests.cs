using Okstra.Core.Planning;
using Okstra.Core.Reports;
using Okstra.Core.Text;

namespace Okstra.Core.Tests.Planning;

public sealed class PlanReviewTests
{
    private static readonly PlanSection Sound = SoundPlan.Of();

    // One break for each rule: what was changed, the rule that must name it, and the row it must point to.
    private static readonly Dictionary<string, (PlanSection Plan, string Rule, string Place)> Breaks = new(StringComparer.Ordinal)
    {
        ["no options"] = (Sound with { Options = [], TradeOffs = [], Recommended = null }, "PLN-001", "4.5.1"),
        ["no recommendation"] = (Sound with { Recommended = null }, "PLN-001", "4.5.3"),
        ["no steps"] = (Sound with { Steps = [] }, "PLN-001", "4.5.4"),
        ["no stages"] = (Sound with { Stages = [] }, "PLN-001", "4.5.4"),
        ["no checks"] = (Sound with { Checks = [] }, "PLN-001", "4.5.6"),
        ["no way back"] = (Sound with { Rollback = [] }, "PLN-001", "4.5.7"),
        ["ticket without a step"] = (Sound with { Steps = [Sound.Steps[0] with { TicketIds = ["DEV-9"] }, Sound.Steps[1] with { TicketIds = [] }] }, "PLN-002", "4.5.4"),
        ["file no step touches"] = (Sound with { Options = [Sound.Options[0] with { Files = [.. Sound.Options[0].Files, "src/api.py"] }, Sound.Options[1]] }, "PLN-003", "4.5.1 Guard"),
        ["no check afterwards"] = (Sound with { Checks = [.. Sound.Checks.Take(2)] }, "PLN-004", "4.5.6"),
        ["TBD in a summary"] = (Sound with { Options = [Sound.Options[0], Sound.Options[1] with { Summary = "Naming TBD." }] }, "PLN-010", "4.5.1 Rewrite"),
        ["template field in a step"] = (Step(1, step => step with { Action = "Edit <file name here>." }), "PLN-010", "4.5.4 step 2"),
        ["to be decided"] = (Sound with { Rollback = [Sound.Rollback[0] with { Trigger = "threshold to be decided" }] }, "PLN-010", "4.5.7 RB-001"),
        ["undecided in Korean"] = (Sound with { Dependencies = [Sound.Dependencies[0] with { Mitigation = "추후 결정" }] }, "PLN-010", "4.5.5 DM-001"),
        ["ellipsis"] = (Sound with { TradeOffs = [SoundPlan.Row("Guard") with { Risk = "..." }, SoundPlan.Row("Rewrite")] }, "PLN-010", "4.5.2 Guard"),
        ["step without action"] = (Step(0, step => step with { Action = " " }), "PLN-011", "4.5.4 step 1"),
        ["step without place"] = (Step(1, step => step with { Files = [], Command = "" }), "PLN-011", "4.5.4 step 2"),
        ["stage without conformance"] = (Sound with { Stages = [Sound.Stages[0] with { Conformance = "" }, Sound.Stages[1]] }, "PLN-011", "4.5.4 stage 1"),
        ["rollback without signal"] = (Sound with { Rollback = [Sound.Rollback[0] with { Trigger = "" }] }, "PLN-011", "4.5.7 RB-001"),
        ["check without command"] = (Sound with { Checks = [Sound.Checks[0] with { Command = "" }, .. Sound.Checks.Skip(1)] }, "PLN-011", "4.5.6 V-001"),
        ["recommendation of another name"] = (Sound with { Recommended = Sound.Recommended! with { Option = "Gaurd" } }, "PLN-020", "4.5.3"),
        ["matrix row of another name"] = (Sound with { TradeOffs = [.. Sound.TradeOffs, SoundPlan.Row("Third")] }, "PLN-020", "4.5.2"),
        ["option not compared"] = (Sound with { TradeOffs = [Sound.TradeOffs[0]] }, "PLN-021", "4.5.2"),
        ["step outside the option's files"] = (Step(1, step => step with { Files = ["src/totals.py", "src/api.py"] }), "PLN-022", "4.5.4 step 2"),
        ["file that does not exist"] = (Sound with { Options = [Sound.Options[0], Sound.Options[1] with { Files = ["src/apy.py"] }] }, "PLN-023", "4.5.1 Rewrite"),
        ["new file that exists"] = (Sound with { Options = [Sound.Options[0], Sound.Options[1] with { Files = ["src/api.py (new)"] }] }, "PLN-024", "4.5.1 Rewrite"),
        ["absolute path"] = (Sound with { Options = [Sound.Options[0], Sound.Options[1] with { Files = ["/etc/passwd"] }] }, "PLN-025", "4.5.1 Rewrite"),
        ["path out of the repository"] = (Sound with { Options = [Sound.Options[0], Sound.Options[1] with { Files = ["src/../../x"] }] }, "PLN-025", "4.5.1 Rewrite"),
        ["glob"] = (Sound with { Options = [Sound.Options[0], Sound.Options[1] with { Files = ["src/*.py"] }] }, "PLN-025", "4.5.1 Rewrite"),
        ["stage of an unknown step"] = (Sound with { Stages = [Sound.Stages[0], Sound.Stages[1] with { Steps = ["2", "7"] }] }, "PLN-026", "4.5.4 stage 2"),
        ["step in no stage"] = (Sound with { Stages = [Sound.Stages[0]] }, "PLN-027", "4.5.4 step 2"),
        ["step in two stages"] = (Sound with { Stages = [Sound.Stages[0], Sound.Stages[1] with { Steps = ["1", "2"], Files = ["src/totals.py", "tests/test_totals.py"] }] }, "PLN-027", "4.5.4 step 1"),
        ["stage without its steps' file"] = (Sound with { Stages = [Sound.Stages[0], Sound.Stages[1] with { Files = [] }] }, "PLN-028", "4.5.4 stage 2"),
        ["stages in a circle"] = (Sound with { Stages = [Sound.Stages[0] with { DependsOn = [2] }, Sound.Stages[1]] }, "PLN-029", "4.5.4 stage 1"),
        ["stage on itself"] = (Sound with { Stages = [Sound.Stages[0], Sound.Stages[1] with { DependsOn = [2] }] }, "PLN-029", "4.5.4 stage 2"),
        ["stage on one that is not there"] = (Sound with { Stages = [Sound.Stages[0], Sound.Stages[1] with { DependsOn = [1, 9] }] }, "PLN-029", "4.5.4 stage 2"),
        ["unknown kind"] = (Sound with { Dependencies = [Sound.Dependencies[0] with { Kind = "politics" }] }, "PLN-030", "4.5.5 DM-001"),
        ["unknown phase"] = (Sound with { Checks = [.. Sound.Checks, new PlanCheck("V-004", "later", "`make`", "x")] }, "PLN-030", "4.5.6 V-004"),
        ["option twice"] = (Sound with { Options = [.. Sound.Options, Sound.Options[1]] }, "PLN-031", "4.5.1"),
        ["step twice"] = (Sound with { Steps = [.. Sound.Steps, Sound.Steps[1]] }, "PLN-031", "4.5.4"),
        ["and/or"] = (Step(1, step => step with { Action = "Guard the first and/or the second addition." }), "PLN-040", "4.5.4 step 2"),
        ["as needed"] = (Step(1, step => step with { Action = "Update the callers as needed." }), "PLN-040", "4.5.4 step 2"),
        ["if needed in Korean"] = (Step(1, step => step with { Action = "필요시 호출부를 수정한다." }), "PLN-040", "4.5.4 step 2"),
        ["abstract check"] = (Sound with { Checks = [.. Sound.Checks, new PlanCheck("V-004", "post", "Verify that everything works as expected.", "x")] }, "PLN-041", "4.5.6 V-004"),
        ["abstract check in Korean"] = (Sound with { Checks = [.. Sound.Checks, new PlanCheck("V-004", "post", "정상 동작 확인", "x")] }, "PLN-041", "4.5.6 V-004"),
        ["question that blocks"] = (Sound with { OpenQuestions = [SoundPlan.Question("OQ-001", blocking: true, "open")] }, "PLN-042", "4.5.9 OQ-001"),
        ["two plans in one"] = (Apart(), "PLN-050", "4.5.4 stages"),
    };

    public static TheoryData<string> Names => [.. Breaks.Keys];

    [Fact]
    public void A_sound_plan_has_no_flaw() => Assert.Empty(Review(Sound));

    [Theory]
    [Trait("Req", "R-PHS-035")]
    [Trait("Req", "R-PHS-036")]
    [MemberData(nameof(Names))]
    public void Whatever_breaks_a_plan_is_named_with_its_row(string broken)
    {
        var (plan, rule, place) = Breaks[broken];

        var flaws = Review(plan);

        Assert.Contains(flaws, flaw => flaw.Rule == rule && flaw.Place == place);
        Assert.All(flaws, flaw => Assert.Equal(PlanRule.All.Single(known => known.Id == flaw.Rule).Blocking, flaw.Blocking));
    }

    [Fact]
    public void Every_rule_has_a_plan_that_breaks_it() => Assert.Empty(PlanRule.All.Select(rule => rule.Id).Except(Breaks.Values.Select(broken => broken.Rule)));

    [Theory]
    [InlineData("Remove the comment `TODO: rounding` above the sum.")]
    [InlineData("Rename \"TBD\" in the template.")]
    [InlineData("Add a generic `List<Order>` parameter.")]
    public void What_is_quoted_is_spoken_of_and_not_left_open(string action) => Assert.DoesNotContain(Review(Step(1, step => step with { Action = action })), flaw => flaw.Rule == "PLN-010");

    [Fact]
    public void A_file_created_by_one_step_may_be_named_without_the_mark_by_others()
    {
        var plan = Sound with { Steps = [Sound.Steps[0], Sound.Steps[1] with { Files = ["src/totals.py", "tests/test_totals.py"] }], Stages = [SoundPlan.Stage(1, [], ["1", "2"], "src/totals.py", "tests/test_totals.py")] };

        Assert.Empty(Review(plan));
    }

    [Theory]
    [InlineData(false, "open")]
    [InlineData(true, "answered")]
    public void A_question_that_does_not_block_or_is_answered_is_no_flaw(bool blocking, string status) =>
        Assert.Empty(Review(Sound with { OpenQuestions = [SoundPlan.Question("OQ-001", blocking, status)] }));

    [Fact]
    public void Outside_a_known_tree_no_path_is_held_to_exist() =>
        Assert.Empty(PlanReview.Of(Sound with { Options = [Sound.Options[0], Sound.Options[1] with { Files = ["src/apy.py"] }] }, new PlanReviewFacts(SoundPlan.Tickets, null, ReportTexts.In(ReportLanguage.English))));

    [Theory]
    [InlineData("src/a.py", "src/a.py", false)]
    [InlineData(" `src/a.py` (new)", "src/a.py", true)]
    [InlineData("./src/b.py(NEW)", "src/b.py", true)]
    public void A_path_is_read_with_its_mark(string text, string path, bool isNew) => Assert.Equal(new PlanPath(path, isNew), PlanPath.Parse(text));

    private static IReadOnlyList<PlanFlaw> Review(PlanSection plan) => PlanReview.Of(plan, new PlanReviewFacts(SoundPlan.Tickets, SoundPlan.Files.Contains, ReportTexts.In(ReportLanguage.English)));

    private static PlanSection Step(int index, Func<PlanStep, PlanStep> change) => Sound with { Steps = [.. Sound.Steps.Select((step, at) => at == index ? change(step) : step)] };

    private static PlanSection Apart() => Sound with { Stages = [Sound.Stages[0], SoundPlan.Stage(2, [], ["2"], "src/totals.py")] };
}
