using Okstra.Core.Approvals;
using Okstra.Core.Planning;
using Okstra.Core.Problems;
using Okstra.Core.Stages;

namespace Okstra.Core.Tests.Planning;

public sealed class PlanSoundnessTests
{
    private static readonly PlanFlaw Placeholder = new("PLN-010", "4.5.4 step 2", "'TBD' leaves something open", Blocking: true);
    private static readonly PlanFlaw Question = new("PLN-042", "4.5.9 OQ-001", "OQ-001 blocks", Blocking: true);

    [Fact]
    [Trait("Req", "R-PHS-035")]
    public void A_plan_with_a_gap_cannot_be_approved()
    {
        var refused = Assert.Throws<UserErrorException>(() => PlanSoundness.Require(Document(Placeholder), "", "/r/plan.md"));

        Assert.Equal(("OKS0910", true, true), (refused.Problem.Code, refused.Problem.Message.Contains("PLN-010 4.5.4 step 2", StringComparison.Ordinal), refused.Problem.Hint!.Contains("okstra report import", StringComparison.Ordinal)));
    }

    [Fact]
    public void What_is_only_remarked_keeps_nothing_from_approval() => PlanSoundness.Require(Document(Placeholder with { Blocking = false }), "", "/r/plan.md");

    [Theory]
    [Trait("Req", "R-PHS-040")]
    [InlineData("| OQ-001 | DEV-1 | Which? | yes | a mode | open |", false)]
    [InlineData("| OQ-001 | DEV-1 | Which? | yes | a mode | |", false)]
    [InlineData("| OQ-002 | DEV-1 | Which? | yes | a mode | answered |", false)]
    [InlineData("nothing", false)]
    [InlineData("| OQ-001 | DEV-1 | Which? half-up | yes | a mode | answered |", true)]
    [InlineData("|`OQ-001`|DEV-1|Which?|yes|a mode|`resolved`|\r", true)]
    public void A_question_that_blocks_has_to_be_settled_in_its_row_first(string row, bool settled)
    {
        var refusal = Record.Exception(() => PlanSoundness.Require(Document(Question), $"## 4.5.9\n\n{row}\n", "/r/plan.md"));

        Assert.Equal(settled, refusal is null);
        Assert.Equal(!settled, refusal is UserErrorException { Problem.Code: "OKS0910" });
    }

    [Fact]
    public void A_document_of_an_older_run_has_no_review() => PlanSoundness.Require(new StagePlanDocument { Plan = new StagePlanDocument.PlanPart() }, "", "/r/plan.md");

    private static StagePlanDocument Document(PlanFlaw flaw) => new() { Plan = new StagePlanDocument.PlanPart { Review = [flaw] } };
}
