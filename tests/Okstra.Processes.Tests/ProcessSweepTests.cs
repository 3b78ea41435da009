using System.Diagnostics;

namespace Okstra.Processes.Tests;

/// <summary>What resume and doctor may end, and what they must leave alone.</summary>
public sealed class ProcessSweepTests : IDisposable
{
    private readonly Sandbox _sandbox = new();
    private readonly string _label = $"sweep-{Environment.ProcessId}-{Stopwatch.GetTimestamp()}";
    private readonly List<int> _started = [];

    public void Dispose()
    {
        foreach (var pid in _started.Where(Wait.IsAlive))
        {
            Wait.Kill(pid);
        }

        _sandbox.Dispose();
    }

    [Fact]
    public async Task A_process_with_the_label_is_killed_with_everything_below_it()
    {
        var root = Start("env -i PATH=\"$PATH\" sh -c 'echo $$ > below.new; mv below.new below.pid; exec sleep 300' & wait", _label);
        var below = await _sandbox.PidAsync("below");

        var killed = await ProcessSweep.KillSurvivorsAsync([_label], []);

        Assert.Equal([root, below], killed.Select(identity => identity.Pid).Order());
        Assert.False(Wait.IsAlive(root));
        Assert.False(Wait.IsAlive(below));
    }

    [Fact]
    public async Task Another_label_is_left_alone()
    {
        var other = Start("exec sleep 300", _label + "0");

        Assert.Empty(await ProcessSweep.KillSurvivorsAsync([_label, ""], []));

        Assert.True(Wait.IsAlive(other));
    }

    [Fact]
    public async Task A_journalled_supervisor_is_killed()
    {
        var pid = Start("exec sleep 300", "some other label");

        await ProcessSweep.KillSurvivorsAsync([], [ProcessIdentity.Of(pid)]);

        Assert.False(Wait.IsAlive(pid));
    }

    [Fact]
    public async Task A_reused_pid_is_left_alone()
    {
        var pid = Start("exec sleep 300", "some other label");
        var now = ProcessIdentity.Of(pid);

        Assert.Empty(await ProcessSweep.KillSurvivorsAsync([], [now with { StartTime = now.StartTime - 1 }, now with { StartTime = 0 }]));

        Assert.True(Wait.IsAlive(pid));
    }

    [Fact]
    public async Task A_process_that_never_was_supervised_is_left_alone_even_when_pid_and_start_match()
    {
        var pid = Start("exec sleep 300", null);

        Assert.Empty(await ProcessSweep.KillSurvivorsAsync([], [ProcessIdentity.Of(pid)]));

        Assert.True(Wait.IsAlive(pid));
    }

    [Fact]
    public async Task The_process_that_sweeps_is_spared()
    {
        Assert.DoesNotContain(ProcessIdentity.OfThisProcess, await ProcessSweep.KillSurvivorsAsync([_label], [ProcessIdentity.OfThisProcess]));
    }

    [Fact]
    public async Task Identity_is_alive_until_exactly_this_process_ends()
    {
        var pid = Start("exec sleep 300", _label);
        var identity = ProcessIdentity.Of(pid);

        Assert.True(identity.IsAlive);
        Assert.False((identity with { StartTime = identity.StartTime + 1 }).IsAlive);

        Wait.Kill(pid);
        await Wait.UntilAsync(() => !identity.IsAlive, "the process is gone");
    }

    private int Start(string script, string? label)
    {
        var start = new ProcessStartInfo("sh", ["-c", script]) { WorkingDirectory = _sandbox.Path };
        start.Environment.Remove("OKSTRA_DISPATCH");
        if (label is not null)
        {
            start.Environment["OKSTRA_DISPATCH"] = label;
        }

        using var process = Process.Start(start)!;
        _started.Add(process.Id);
        return process.Id;
    }
}
