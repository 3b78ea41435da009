using Okstra.Core.Reconciling;
using Okstra.Core.Stages;

namespace Okstra.Core.Tests.Reconciling;

public sealed class ReconcileRulesTests
{
    private static readonly StageEvidence Stale = new()
    {
        Record = new StageRecord { Stage = 1, BaseSha = "base", Branch = "b", RunDir = "/r", HeadSha = "head" },
        BranchTip = "tip",
        Resolves = true,
        IsReachable = false,
        Cumulative = new PatchId("sum"),
        Commits = [new PatchId("x"), new PatchId("y")],
    };

    [Fact]
    public void The_branch_itself_comes_before_any_other_place()
    {
        var state = ReconcileRules.Judge(Stale with { Tails = [new TailPatch("other", new PatchId("z")), new TailPatch("fork", new PatchId("sum"))], Chains = [[Commit("c1", "c0", "sum")]] });

        Assert.Equal(("auto", "tip", "fork"), (state.Kind, state.CandidateSha, state.CandidateBase));
    }

    [Theory]
    [InlineData("x,y", "c2", "c0")]
    [InlineData("a,x,y,b", "c3", "c1")]
    [InlineData("x,y,x,y", "c4", "c2")]
    [InlineData("x,,y", "c3", "c0")]
    [InlineData("a,sum", "c2", "c1")]
    [InlineData("x,a,y", null, null)]
    [InlineData("y,x", null, null)]
    [InlineData("x", null, null)]
    [InlineData("", null, null)]
    public void A_chain_holds_the_content_as_one_commit_or_as_the_same_commits_in_a_row(string chain, string? head, string? start)
    {
        var commits = chain.Split(',').Select((patch, index) => Commit($"c{index + 1}", $"c{index}", patch)).ToList();

        var state = ReconcileRules.Judge(Stale with { Chains = [[], commits] });

        Assert.Equal((head is null ? "confirm" : "auto", head ?? "tip", start), (state.Kind, state.CandidateSha, state.CandidateBase));
    }

    [Fact]
    public void Content_found_at_the_recorded_commit_itself_is_ok() =>
        Assert.Equal("ok", ReconcileRules.Judge(Stale with { Chains = [[Commit("c1", "c0", "x"), Commit("head", "c1", "y"), Commit("c3", "head", "z")]] }).Kind);

    [Fact]
    public void What_could_not_be_computed_and_what_changes_nothing_prove_nothing()
    {
        foreach (var patch in (PatchId[])[PatchId.Empty, PatchId.Unknown])
        {
            var state = ReconcileRules.Judge(Stale with { Cumulative = patch, Commits = [patch], Tails = [new TailPatch("fork", patch)], Chains = [[new ChainCommit("c1", "c0", patch)]] });

            Assert.Equal(("confirm", "content-changed"), (state.Kind, state.Reason));
        }
    }

    [Theory]
    [InlineData(false, "tip", "recorded-sha-missing")]
    [InlineData(false, null, "recorded-sha-missing")]
    [InlineData(true, null, "branch-missing")]
    [InlineData(true, "tip", "content-changed")]
    public void A_question_says_why_it_is_asked(bool resolves, string? tip, string reason) =>
        Assert.Equal(reason, ReconcileRules.Judge(Stale with { Resolves = resolves, BranchTip = tip }).Reason);

    private static ChainCommit Commit(string sha, string parent, string patch) => new(sha, parent, new PatchId(patch));
}
