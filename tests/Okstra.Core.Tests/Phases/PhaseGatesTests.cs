using Okstra.Core.Phases;
using Okstra.Core.Problems;
using Okstra.Core.Tasks;

namespace Okstra.Core.Tests.Phases;

public sealed class PhaseGatesTests
{
    private const string Head = "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa";

    private static readonly TargetFacts Target = new() { Branch = "feat-t-1-stage-1", Base = "bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb", Tip = Head, Recorded = Head, Commits = [Head], Files = ["a.py"] };

    private static TaskKey Key => TaskKey.TryParse("shop:g:t-1", null, out var key, out _) ? key : default;

    [Fact]
    public void Gates_open_when_nothing_is_missing()
    {
        Assert.Null(PhaseGates.Plan(Key, new PlanFacts { Path = "/p.md", Exists = true, IsPlanningReport = true }));
        Assert.Null(PhaseGates.ImplementationMatches([Source(["aaaaaaaaaa"], ["a.py"])], Target));
        Assert.Null(PhaseGates.Branch(Target, Head, []));
    }

    [Theory]
    [Trait("Req", "R-PHS-095")]
    [InlineData("main")]
    [InlineData("master")]
    [InlineData("prod")]
    [InlineData("preprod")]
    [InlineData("staging")]
    [InlineData("dev")]
    [InlineData("Main")]
    public void Protected_branch_is_never_handed_off(string branch) =>
        Assert.Equal(("OKS0786", $"the branch to hand off is '{branch}', which is protected (main, master, prod, preprod, staging, dev)"), Named(PhaseGates.Branch(Target with { Branch = branch }, Head, [])));

    [Fact]
    [Trait("Req", "R-CON-30")]
    public void What_stops_a_hand_off_says_where_to_go_instead()
    {
        Assert.EndsWith("next: final-verification", PhaseGates.VerificationMissing().Hint, StringComparison.Ordinal);
        Assert.EndsWith("next: error-analysis or implementation-planning", PhaseGates.Verdict(Key, Verdict("blocked"))!.Hint, StringComparison.Ordinal);
        Assert.EndsWith("next: error-analysis or implementation-planning", PhaseGates.Verdict(Key, Verdict("conditional-accept"))!.Hint, StringComparison.Ordinal);
        Assert.Equal("next: implementation", PhaseGates.Branch(Target with { Commits = [] }, Head, [])!.Hint);
        Assert.Equal(["done"], Routing.Allowed(TaskType.ReleaseHandoff, RoutingSituation.HandOffOver));
    }

    [Fact]
    public void Branch_that_is_gone_is_named()
    {
        Assert.Equal("OKS0771", PhaseGates.ImplementationMatches([Source(["aaaaaaaaaa"], ["a.py"])], Target with { Tip = null })!.Code);
        Assert.Equal("OKS0771", PhaseGates.Branch(Target with { Tip = null }, Head, [])!.Code);
    }

    private static (string, string) Named(Problem? problem) => (problem!.Code, problem.Message);

    private static HandOffFacts Verdict(string token) => new() { Cited = new CitedReport("/r.md", true, true, null, null), Token = token, Data = null };

    private static ImplementationSource Source(IReadOnlyList<string> commits, IReadOnlyList<string> files) => new(new CitedReport("/r.md", true, true, null, 1), new ImplementationReport([], commits, files));
}
