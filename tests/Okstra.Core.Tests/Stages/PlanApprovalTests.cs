using Okstra.Core.Stages;

namespace Okstra.Core.Tests.Stages;

public sealed class PlanApprovalTests
{
    [Theory]
    [InlineData("---\napproved: true\n---\n# Plan\n")]
    [InlineData("---\napproved: True\n---\n- [ ] Approved\n")]
    [InlineData("# Plan\n- [x] Approved\n")]
    [InlineData("# Plan\r\n- [X] approved\r\n")]
    [InlineData("# Plan\n  * [x]Approved by Ada\n")]
    [InlineData("# Plan\nAPPROVED\n")]
    [InlineData("# Plan\r\nAPPROVED\r\n")]
    [InlineData("# Plan\nApproved: looks good\n")]
    [InlineData("# Plan\nUser Approval: granted\n")]
    [InlineData("# Plan\n- User  Approval : yes\n")]
    [InlineData("---\napproved: false\n---\nAPPROVED\n")]
    [Trait("Req", "R-REP-40")]
    [Trait("Req", "R-REP-41")]
    public void Each_accepted_form_is_an_approval(string markdown) => Assert.True(PlanApproval.IsGiven(markdown));

    [Theory]
    [InlineData("")]
    [InlineData("---\napproved: false\n---\n- [ ] Approved\n")]
    [InlineData("---\nnote: x\napproved:\n---\n")]
    [InlineData("It is not APPROVED yet\n")]
    [InlineData("APPROVEDLY\n")]
    [InlineData("> APPROVED\n")]
    [InlineData("## User Approval Request\n\n- [ ] Approved\n")]
    [InlineData("User Approval: pending\n")]
    public void Anything_else_is_none(string markdown) => Assert.False(PlanApproval.IsGiven(markdown));
}
