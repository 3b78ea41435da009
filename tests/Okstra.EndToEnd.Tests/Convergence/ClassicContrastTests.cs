using Okstra.Core.Convergence;
using Okstra.EndToEnd.Tests.Rig;

namespace Okstra.EndToEnd.Tests.Convergence;

/// <summary>The scripts of <see cref="RefutationTests"/> under the original's rules: why <c>evidence</c> is the default.</summary>
public sealed class ClassicContrastTests
{
    [Fact]
    [Trait("Req", "R-CVG-15")]
    public async Task Same_scripts_make_every_wrong_claim_a_consensus_under_the_classic_policy()
    {
        await using var clis = await RealClis.StartAsync(DisputedCart.Scenario());
        var (repository, brief) = DisputedCart.Create(clis.Root);

        var run = await OkstraRun.RunAsync(repository.Folder, brief, clis.Environment, more: ["--policy", "classic"]);

        run.AssertComplete();
        var document = run.Convergence;
        Assert.Equal(
            [
                (DisputedCart.True, FindingClass.FullConsensus),
                (DisputedCart.GivenUp, FindingClass.FullConsensus),
                (DisputedCart.Insisted, FindingClass.FullConsensus),
                (DisputedCart.Minority, FindingClass.FullConsensus),
                (DisputedCart.Disputed, FindingClass.PartialConsensus),
                (DisputedCart.Unexamined, FindingClass.FullConsensus),
                (DisputedCart.Invented, FindingClass.PartialConsensus),
            ],
            document.Findings.Select(finding => (finding.Finding.Id, finding.Classification)).Order());

        // What all three raised is not looked at again.
        Assert.Equal([DisputedCart.Minority, DisputedCart.Disputed, DisputedCart.Invented], Assert.Single(document.RoundHistory).QueueBefore.Order(StringComparer.Ordinal));
        Assert.Equal("queue-empty", document.Round2SkippedReason);
    }
}
