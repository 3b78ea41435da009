using Okstra.Core.Tasks;

namespace Okstra.Core.Timing;

/// <summary>From the documents of a task's runs to where its time went. Pure: now is given.</summary>
public static class TimeComposer
{
    public static TaskTime Compose(string taskKey, IReadOnlyList<RunRecord> runs, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(runs);
        // Documents keep whole seconds, and only whole seconds add up.
        now = now.AddTicks(-(now.Ticks % TimeSpan.TicksPerSecond));
        var laid = runs.Select(run => (Record: run, Line: RunTimeline.Of(run, now))).OrderBy(run => run.Line.Span.From).ToList();
        var times = laid.ConvertAll(run => Run(run.Record, run.Line));
        var spans = laid.ConvertAll(run => run.Line.Span).FindAll(span => !span.IsEmpty);
        var inRuns = Intervals.Seconds(Intervals.Merged(spans));
        var gaps = Intervals.Gaps(spans);
        return new TaskTime
        {
            TaskKey = taskKey,
            AsOf = TimeText.Write(now),
            From = spans.Count == 0 ? null : TimeText.Write(spans.Min(span => span.From)),
            To = spans.Count == 0 ? null : TimeText.Write(spans.Max(span => span.To)),
            Seconds = inRuns + Intervals.Seconds(gaps),
            InRunsSeconds = inRuns,
            BetweenRunsSeconds = Intervals.Seconds(gaps),
            OverlapSeconds = times.Sum(run => run.Seconds) - inRuns,
            InProgress = times.Exists(run => run.Activity == RunActivity.InProgress),
            Phases = [.. TaskTypes.All.Select(type => times.Where(run => run.TaskType == type.Token()).ToList()).Where(own => own.Count > 0).Select(Phase)],
            Runs = times,
            Gaps = [.. gaps.Select(gap => Gap(gap, laid))],
        };
    }

    private static RunTime Run(RunRecord run, RunTimeline line)
    {
        var workers = Intervals.Seconds(Intervals.Merged(line.Dispatches.Select(dispatch => dispatch.Time)));
        var waiting = Intervals.Seconds(line.Still);
        return new RunTime
        {
            TaskType = run.Manifest.TaskType,
            Stage = run.Manifest.Stage,
            Seq = run.Manifest.Seq,
            Activity = line.Activity,
            From = TimeText.Write(line.Span.From),
            To = TimeText.Write(line.Span.To),
            Seconds = line.Span.Seconds,
            WorkersSeconds = workers,
            LeadSeconds = line.Span.Seconds - workers - waiting,
            WaitingSeconds = waiting,
            Rounds = [.. line.Dispatches.GroupBy(dispatch => dispatch.Round).OrderBy(round => round.Key < 0 ? int.MaxValue + round.Key : round.Key).Select(Round)],
            Workers = [.. line.Dispatches.GroupBy(dispatch => dispatch.Worker, StringComparer.Ordinal).OrderBy(worker => worker.Key, StringComparer.Ordinal).Select(Worker)],
        };
    }

    private static RoundTime Round(IGrouping<int, TimedDispatch> round) =>
        new(round.Key, Intervals.Seconds(Intervals.Merged(round.Select(dispatch => dispatch.Time))), round.Sum(dispatch => dispatch.Time.Seconds), round.Count());

    private static WorkerTime Worker(IGrouping<string, TimedDispatch> worker) =>
        new(worker.Key, worker.Sum(dispatch => dispatch.Time.Seconds), worker.Count(), worker.Count(dispatch => dispatch.Ended == "superseded"));

    private static PhaseTime Phase(List<RunTime> runs) =>
        new(runs[0].TaskType, runs.Count, runs.Sum(run => run.Seconds), runs.Sum(run => run.WorkersSeconds), runs.Sum(run => run.LeadSeconds), runs.Sum(run => run.WaitingSeconds));

    private static GapTime Gap(Interval gap, List<(RunRecord Record, RunTimeline Line)> runs) => new(
        Name(runs.Last(run => run.Line.Span.To == gap.From).Record),
        Name(runs.First(run => run.Line.Span.From == gap.To).Record),
        TimeText.Write(gap.From),
        TimeText.Write(gap.To),
        gap.Seconds);

    private static string Name(RunRecord run) => $"{run.Manifest.TaskType}{(run.Manifest.Stage is { } stage ? $" stage {stage}" : "")} {run.Manifest.Seq}";
}
