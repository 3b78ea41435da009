using FsCheck;
using FsCheck.Fluent;
using Okstra.Core.Convergence;
using Okstra.Core.Runs;
using Okstra.Core.Text;
using Okstra.Core.Timing;
using Okstra.Core.Workers;

namespace Okstra.Core.Tests.Timing;

/// <summary>Where time went: everything adds up, whatever the runs looked like.</summary>
public sealed class TimeComposerTests
{
    private static readonly DateTimeOffset Ten = new(2026, 1, 2, 10, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Phases_runs_workers_rounds_and_waiting_are_told_apart()
    {
        var first = Run("error-analysis", "001", RunStatus.Completed, 0, 600, [Started(60)], [Dispatch("ada", 0, 70, 190), Dispatch("bob", 0, 70, 130), Dispatch("ada", 1, 200, 260), Dispatch("report-writer", -1, 300, 330)]);
        var second = Run("implementation-planning", "001", RunStatus.Completed, 1600, 1700, [Started(1600)], [Dispatch("ada", 0, 1610, 1640)]);

        var time = Compose(5000, second, first);

        Assert.Equal((1700, 700, 1000, 0), (time.Seconds, time.InRunsSeconds, time.BetweenRunsSeconds, time.OverlapSeconds));
        Assert.Equal(("2026-01-02T10:00:00Z", "2026-01-02T10:28:20Z", false), (time.From, time.To, time.InProgress));
        var run = time.Runs[0];
        Assert.Equal((600, 210, 330, 60), (run.Seconds, run.WorkersSeconds, run.LeadSeconds, run.WaitingSeconds));
        Assert.Equal([new RoundTime(0, 120, 180, 2), new RoundTime(1, 60, 60, 1), new RoundTime(-1, 30, 30, 1)], run.Rounds);
        Assert.Equal([new WorkerTime("ada", 180, 2, 0), new WorkerTime("bob", 60, 1, 0), new WorkerTime("report-writer", 30, 1, 0)], run.Workers);
        Assert.Equal([("error-analysis", 600L), ("implementation-planning", 100L)], time.Phases.Select(phase => (phase.TaskType, phase.Seconds)));
        Assert.Equal([new GapTime("error-analysis 001", "implementation-planning 001", "2026-01-02T10:10:00Z", "2026-01-02T10:26:40Z", 1000)], time.Gaps);
    }

    [Fact]
    public void A_run_in_progress_counts_until_now_and_what_is_in_flight_with_it()
    {
        var run = Run("error-analysis", "001", RunStatus.Running, 0, 5, [Started(5), Flight("d", "ada", 10)], []) with { IsHeld = true };

        var time = Compose(100, run);

        Assert.True(time.InProgress);
        Assert.Equal((100, 90, 5, 5), (time.Runs[0].Seconds, time.Runs[0].WorkersSeconds, time.Runs[0].LeadSeconds, time.Runs[0].WaitingSeconds));
        Assert.Equal(RunActivity.InProgress, time.Runs[0].Activity);
    }

    [Fact]
    public void An_interrupted_run_ends_with_its_last_sign_of_life_and_a_prepared_one_took_no_time()
    {
        var interrupted = Run("error-analysis", "001", RunStatus.Running, 0, 5, [Started(5), Flight("d", "ada", 10)], [Dispatch("bob", 0, 10, 40)]);
        var prepared = Run("error-analysis", "002", RunStatus.Prepared, 900, 900, [], []);

        var time = Compose(1000, interrupted, prepared);

        Assert.Equal([(40L, RunActivity.Interrupted), (0L, RunActivity.Prepared)], time.Runs.Select(run => (run.Seconds, run.Activity)));
        Assert.Equal((40, 0), (time.Seconds, time.BetweenRunsSeconds));
        Assert.Empty(time.Gaps);
    }

    [Fact]
    public void An_interruption_is_waiting_until_it_is_resumed_and_the_repeated_dispatch_counts_anew()
    {
        var run = Run(
            "error-analysis", "001", RunStatus.Completed, 0, 700,
            [Started(0), Flight("d1", "ada", 10), Flight("d2", "bob", 10), new JournalEvent.DispatchSuperseded("d1", "killed") { At = At(500) }, new JournalEvent.DispatchFinished("d2", "completed", "bob.json") { At = At(500) }, new JournalEvent.RunResumed(2, 2) { At = At(500) }, Flight("d3", "ada", 510)],
            [Dispatch("bob", 0, 10, 100), Dispatch("ada", 0, 510, 600)]);

        var time = Compose(1000, run).Runs[0];

        Assert.Equal((700, 180, 120, 400), (time.Seconds, time.WorkersSeconds, time.LeadSeconds, time.WaitingSeconds));
        Assert.Equal([new WorkerTime("ada", 180, 2, 1), new WorkerTime("bob", 90, 1, 0)], time.Workers);
    }

    [Fact]
    public void Stages_beside_one_another_overlap_and_are_no_gap()
    {
        var time = Compose(1000, Run("implementation", "001", RunStatus.Completed, 0, 100, [], []), Run("implementation", "001", RunStatus.Completed, 50, 200, [], []));

        Assert.Equal((200, 200, 0, 50), (time.Seconds, time.InRunsSeconds, time.BetweenRunsSeconds, time.OverlapSeconds));
    }

    [Fact]
    public void Whatever_the_runs_the_parts_sum_to_the_whole()
    {
        var seconds = Gen.Choose(0, 2000);
        var dispatch = from worker in Gen.Elements("ada", "bob", "cyd") from round in Gen.Choose(-2, 3) from start in seconds from length in Gen.Choose(-20, 300) select Dispatch(worker, round, start, start + length);
        var entry = from kind in Gen.Choose(0, 3)
                    from at in seconds
                    from id in Gen.Elements("a", "b", "c")
                    select kind switch
                    {
                        0 => new JournalEvent.RunResumed(1, 1) { At = At(at) },
                        1 => Flight(id, "ada", at),
                        2 => new JournalEvent.DispatchSuperseded(id, "") { At = At(at) },
                        _ => (JournalEvent)Started(at),
                    };
        var run = from status in Gen.Elements(RunStatus.Prepared, RunStatus.Running, RunStatus.Completed, RunStatus.Aborted)
                  from start in seconds
                  from end in seconds
                  from held in Gen.Elements(true, false)
                  from events in Gen.ListOf(entry)
                  from dispatches in Gen.ListOf(dispatch)
                  select Run("error-analysis", "001", status, start, end, [.. events], [.. dispatches]) with { IsHeld = held };

        Prop.ForAll(Gen.ListOf(run).ToArbitrary(), runs =>
        {
            var time = Compose(3000, [.. runs]);
            return time.Seconds == time.InRunsSeconds + time.BetweenRunsSeconds
                && time.Runs.Sum(part => part.Seconds) == time.InRunsSeconds + time.OverlapSeconds
                && time.Phases.Sum(part => part.Seconds) == time.Runs.Sum(part => part.Seconds)
                && time.Gaps.Sum(gap => gap.Seconds) == time.BetweenRunsSeconds
                && time.OverlapSeconds >= 0
                && time.Runs.All(part => part.Seconds == part.WorkersSeconds + part.LeadSeconds + part.WaitingSeconds && part is { WorkersSeconds: >= 0, LeadSeconds: >= 0, WaitingSeconds: >= 0 })
                && time.Runs.All(part => part.Workers.Sum(worker => worker.Seconds) == part.Rounds.Sum(round => round.WorkerSeconds) && part.Workers.Sum(worker => worker.Seconds) >= part.WorkersSeconds);
        }).QuickCheckThrowOnFailure();
    }

    private static TaskTime Compose(int now, params RunRecord[] runs) => TimeComposer.Compose("shop:g:t-1", runs, Ten.AddSeconds(now).AddMilliseconds(400));

    private static string At(int second) => Ten.AddSeconds(second).ToString("yyyy-MM-dd'T'HH:mm:ss'Z'");

    private static JournalEvent Started(int at) => new JournalEvent.RunStarted(1, 1) { At = At(at) };

    private static JournalEvent Flight(string id, string worker, int at) => new JournalEvent.DispatchStarted { At = At(at), DispatchId = id, Worker = worker, Round = 0, Batch = 1, Label = id, Pid = 0, StartTime = 0 };

    private static DispatchDocument Dispatch(string worker, int round, int from, int to) => new()
    {
        TaskKey = "shop:g:t-1",
        TaskType = "error-analysis",
        Seq = "001",
        Worker = worker,
        Role = worker,
        Driver = "scripted",
        Vendor = worker,
        Round = round,
        Batch = 1,
        AgentName = worker,
        Model = new ModelAssignment("m", "m"),
        Status = WorkerStatus.Completed,
        Reason = null,
        StartedAt = At(from),
        EndedAt = At(to),
        PromptSha256 = "",
        PromptPath = "",
    };

    private static RunRecord Run(string type, string seq, RunStatus status, int from, int to, IReadOnlyList<JournalEvent> events, IReadOnlyList<DispatchDocument> dispatches) => new()
    {
        Manifest = new RunManifest
        {
            TaskKey = "shop:g:t-1",
            TaskType = type,
            Seq = seq,
            Status = status,
            CreatedAt = At(from),
            UpdatedAt = At(to),
            ProjectId = "shop",
            ProjectRoot = "/",
            Language = ReportLanguage.English,
            Sequences = new Dictionary<string, string>(StringComparer.Ordinal),
            Artifacts = new Dictionary<string, string>(StringComparer.Ordinal),
            Roster = [],
            Unavailable = new Dictionary<string, string>(StringComparer.Ordinal),
            Models = new RunModels(new ModelAssignment("m", "m"), new Dictionary<string, ModelAssignment>(StringComparer.Ordinal)),
            Worktree = new WorktreeBlock { Path = "/", Status = "", Note = "" },
            Inputs = new FrozenInputs { BaseCommit = null, InspectedCommit = null, UncommittedFiles = 0, BriefPath = "", BriefSha256 = "", ProfileSha256 = "", AssetVersion = "", PreparedAt = At(from) },
            Convergence = ConvergenceRules.Resolve(Core.Tasks.TaskType.ErrorAnalysis, new Core.Tasks.ConvergenceSettings()),
        },
        Journal = new JournalView(events, 0),
        Dispatches = dispatches,
        IsHeld = false,
    };
}
