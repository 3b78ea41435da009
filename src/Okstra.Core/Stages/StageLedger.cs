namespace Okstra.Core.Stages;

/// <summary>Current state of all stages of a plan; events in order in, records out.</summary>
public static class StageLedger
{
    /// <summary>Events about a stage nobody started are passed over.</summary>
    public static IReadOnlyDictionary<int, StageRecord> Fold(IEnumerable<ConsumerEvent> events)
    {
        var stages = new SortedDictionary<int, StageRecord>();
        foreach (var entry in events)
        {
            Apply(stages, entry);
        }

        return stages;
    }

    private static void Apply(SortedDictionary<int, StageRecord> stages, ConsumerEvent entry)
    {
        switch (entry)
        {
            case ConsumerEvent.Started started:
                stages[started.Stage] = new StageRecord { Stage = started.Stage, BaseSha = started.BaseSha, Branch = started.Branch, RunDir = started.RunDir };
                break;
            case ConsumerEvent.Done done:
                Change(done.Stage, stage => stage with { HeadSha = done.HeadSha, FoundUnder = null });
                break;
            case ConsumerEvent.Verified verified:
                Change(verified.Stage, stage => stage with { LastVerified = verified });
                break;
            case ConsumerEvent.Reconciled reconciled:
                Change(reconciled.Stage, stage => Moved(stage, reconciled));
                break;
            case ConsumerEvent.Pr pr:
                foreach (var number in pr.Stages)
                {
                    Change(number, stage => stage with { PullRequest = pr });
                }

                break;
        }

        void Change(int stage, Func<StageRecord, StageRecord> change)
        {
            if (stages.TryGetValue(stage, out var known))
            {
                stages[stage] = change(known);
            }
        }
    }

    // The same content under another commit stays verified; content the user chose has to be verified again.
    private static StageRecord Moved(StageRecord stage, ConsumerEvent.Reconciled moved) => stage with
    {
        HeadSha = moved.NewSha,
        BaseSha = moved.NewBase ?? stage.BaseSha,
        FoundUnder = moved.Ref == stage.Branch ? null : moved.Ref,
        LastVerified = moved.Kind == "auto" && stage.LastVerified is { } verified && verified.HeadSha == moved.OldSha ? verified with { HeadSha = moved.NewSha } : stage.LastVerified,
    };
}
