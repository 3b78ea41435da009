using FsCheck;
using FsCheck.Fluent;
using Okstra.Core.Reconciling;
using Okstra.Core.Stages;
using Okstra.Core.Tasks;
using Okstra.Core.Tests.Stages;
using Okstra.Core.Worktrees;

namespace Okstra.Core.Tests.Reconciling;

public sealed class FollowedBasesTests
{
    [Fact]
    public void A_base_follows_the_head_it_named_and_its_own_corrections()
    {
        ConsumerEvent[] events = [StageChoiceTests.Started(1, "a"), StageChoiceTests.Done(1, "h1"), StageChoiceTests.Started(2, "h1"), Moved(1, "h1", "h2", "b")];

        Assert.Equal("h2", FollowedBases.Follow(events, 2, "h1"));
        Assert.Equal("b", FollowedBases.Follow(events, 1, "a"));
        Assert.Equal("elsewhere", FollowedBases.Follow(events, 2, "elsewhere"));
    }

    [Fact]
    public void What_was_corrected_before_a_stage_started_does_not_move_its_base() =>
        Assert.Equal("h1", FollowedBases.Follow([StageChoiceTests.Started(1), StageChoiceTests.Done(1, "h1"), Moved(1, "h1", "h2"), Moved(1, "h2", "h1"), StageChoiceTests.Started(2, "h1")], 2, "h1"));

    /// <summary>However heads went to and fro: following again changes nothing.</summary>
    [Fact]
    public void Twice_is_once() => Prop.ForAll(ArbMap.Default.ArbFor<byte[]>(), bytes =>
    {
        // A correction always begins at what is recorded, as the ledger sees to.
        var events = new List<ConsumerEvent> { StageChoiceTests.Started(1, "a"), StageChoiceTests.Done(1, "h0"), StageChoiceTests.Started(2, "h0"), StageChoiceTests.Done(2, "g0") };
        foreach (var letter in bytes)
        {
            var stage = (letter % 2) + 1;
            events.Add(Moved(stage, StageLedger.Fold(events)[stage].HeadSha!, $"{(stage == 1 ? 'h' : 'g')}{letter / 2 % 4}", letter % 3 == 0 ? $"n{letter % 5}" : null));
        }

        var registry = Registry("h0");
        var once = FollowedBases.Apply(registry, Key, events);
        return Row(FollowedBases.Apply(once, Key, events)) == Row(once) && ReferenceEquals(FollowedBases.Apply(registry, Key, []), registry);
    }).Check(Config.QuickThrowOnFailure.WithMaxTest(300));

    private static WorktreeKey Key => TaskKey.TryParse("p:g:t", null, out var key, out _) ? WorktreeKey.Of(key) : default;

    private static WorktreeKey Second => WorktreeKey.TryParse("p/g/t#stage-2", out var key) ? key.Value : default;

    private static ConsumerEvent Moved(int stage, string from, string to, string? start = null) => new ConsumerEvent.Reconciled(stage, from, to, "auto", "x") { At = "", NewBase = start };

    private static string Row(RegistryDocument registry) => registry.Row(Second)!.BaseRef;

    private static RegistryDocument Registry(string start) =>
        new RegistryDocument().WithRow(Second, new WorktreeRow { ProjectId = "p", TaskGroup = "g", TaskId = "t", WorktreePath = "/w", Branch = "b", BaseRef = start, Stage = 2 });
}
