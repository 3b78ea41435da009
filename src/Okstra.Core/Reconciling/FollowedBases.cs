using Okstra.Core.Stages;
using Okstra.Core.Worktrees;

namespace Okstra.Core.Reconciling;

/// <summary>The registry follows the journal: a base that named a corrected commit names the new one (R-OPN-38). Doing it twice is doing it once.</summary>
public static class FollowedBases
{
    /// <summary>Where a stage's base has gone since the stage was started.</summary>
    /// <param name="events">All of the plan, in order.</param>
    /// <param name="stage">The stage that stands on the base.</param>
    /// <param name="baseSha">Recorded when it was started.</param>
    public static string Follow(IReadOnlyList<ConsumerEvent> events, int stage, string baseSha)
    {
        var started = Started(events, stage);
        if (started < 0)
        {
            return baseSha;
        }

        var ownBase = ((ConsumerEvent.Started)events[started]).BaseSha;
        foreach (var moved in events.Skip(started + 1).OfType<ConsumerEvent.Reconciled>())
        {
            if (moved.Stage == stage)
            {
                baseSha = moved.NewBase is { } own && baseSha == ownBase ? own : baseSha;
                ownBase = moved.NewBase ?? ownBase;
            }
            else if (moved.OldSha == baseSha)
            {
                baseSha = moved.NewSha;
            }
        }

        return baseSha;
    }

    /// <summary>The registry with the bases of the task's stages brought up to date; the same instance when nothing changed.</summary>
    public static RegistryDocument Apply(RegistryDocument registry, WorktreeKey task, IReadOnlyList<ConsumerEvent> events)
    {
        foreach (var (text, row) in registry.Tasks.ToList())
        {
            if (!WorktreeKey.TryParse(text, out var key) || key.Value.OfTask != task.OfTask || key.Value.Stage is not { } stage)
            {
                continue;
            }

            var followed = Follow(events, stage, row.BaseRef);
            registry = followed == row.BaseRef ? registry : registry.WithRow(key.Value, row with { BaseRef = followed });
        }

        return registry;
    }

    private static int Started(IReadOnlyList<ConsumerEvent> events, int stage)
    {
        for (var index = events.Count - 1; index >= 0; index--)
        {
            if (events[index] is ConsumerEvent.Started started && started.Stage == stage)
            {
                return index;
            }
        }

        return -1;
    }
}
