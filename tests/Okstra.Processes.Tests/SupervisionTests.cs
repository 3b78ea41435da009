using Okstra.Core.Problems;
using Okstra.Testing;

namespace Okstra.Processes.Tests;

/// <summary>How a supervised run ends, and that nothing is left of it.</summary>
public sealed class SupervisionTests : IDisposable
{
    private readonly ManualClock _clock = new();
    private readonly Sandbox _sandbox;

    public SupervisionTests() => _sandbox = new Sandbox(_clock);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose() => _sandbox.Dispose();

    [Fact]
    public async Task Nothing_is_alive_after_the_child_ended_by_itself()
    {
        var exit = await SuperviseAsync(_sandbox.Shell(_sandbox.Family("echo done; exit 5")));

        Assert.Equal((ProcessEnding.Exited, 5, "done\n"), (exit.Ending, exit.ExitCode, exit.StandardOutput));
        Assert.All(await _sandbox.FamilyPidsAsync(), pid => Assert.False(Wait.IsAlive(pid)));
    }

    [Fact]
    public async Task Nothing_is_alive_after_a_cancellation()
    {
        using var cancel = CancellationTokenSource.CreateLinkedTokenSource(Token);
        var running = SuperviseAsync(_sandbox.Shell(_sandbox.Family("exec sleep 300")), cancel.Token);
        var family = await _sandbox.FamilyPidsAsync();

        await cancel.CancelAsync();

        Assert.Equal((ProcessEnding.Cancelled, 128 + 15), ((await running).Ending, (await running).ExitCode));
        Assert.All(family, pid => Assert.False(Wait.IsAlive(pid)));
    }

    [Fact]
    public async Task Nothing_is_alive_after_the_time_budget()
    {
        var running = SuperviseAsync(_sandbox.Shell(_sandbox.Family("exec sleep 300")) with { TimeBudget = TimeSpan.FromMinutes(30) });
        var family = await _sandbox.FamilyPidsAsync();

        _clock.Advance(TimeSpan.FromMinutes(30));

        Assert.Equal(ProcessEnding.TimedOut, (await running).Ending);
        Assert.Equal(TimeSpan.FromMinutes(30), (await running).Elapsed);
        Assert.All(family, pid => Assert.False(Wait.IsAlive(pid)));
    }

    [Fact]
    public async Task Polite_stop_is_the_signal_of_the_vendor()
    {
        using var cancel = CancellationTokenSource.CreateLinkedTokenSource(Token);
        var spec = _sandbox.Shell("trap 'echo interrupted; exit 9' INT; touch ready; while :; do sleep 0.01; done") with { StopSignal = 2, GracePeriod = TimeSpan.FromMinutes(1) };
        var running = SuperviseAsync(spec, cancel.Token);
        await Wait.UntilAsync(() => File.Exists(_sandbox.At("ready")), "the trap is set");

        await cancel.CancelAsync();

        Assert.Equal((ProcessEnding.Cancelled, 9, "interrupted\n"), ((await running).Ending, (await running).ExitCode, (await running).StandardOutput));
    }

    [Fact]
    public async Task A_child_that_ignores_every_polite_signal_is_killed_after_the_grace()
    {
        using var cancel = CancellationTokenSource.CreateLinkedTokenSource(Token);
        var spec = _sandbox.Shell("trap '' INT TERM HUP; touch ready; while :; do sleep 0.01; done") with { GracePeriod = TimeSpan.FromMilliseconds(200) };
        var running = SuperviseAsync(spec, cancel.Token);
        await Wait.UntilAsync(() => File.Exists(_sandbox.At("ready")), "the trap is set");

        await cancel.CancelAsync();

        Assert.Equal((ProcessEnding.Cancelled, 128 + 9), ((await running).Ending, (await running).ExitCode));
    }

    [Fact]
    public async Task Exit_code_names_the_signal_that_ended_the_child()
    {
        var exit = await SuperviseAsync(_sandbox.Shell("kill -KILL $$"));

        Assert.Equal((ProcessEnding.Exited, 137), (exit.Ending, exit.ExitCode));
    }

    [Fact]
    public async Task A_cancelled_caller_starts_nothing()
    {
        var exit = await SuperviseAsync(_sandbox.Shell("touch started"), new CancellationToken(canceled: true));

        Assert.Equal(ProcessEnding.Cancelled, exit.Ending);
        Assert.False(File.Exists(_sandbox.At("started")));
    }

    [Fact]
    public async Task The_child_does_not_exist_before_its_supervisor_was_journalled()
    {
        var running = _sandbox.Runner.SuperviseAsync(_sandbox.Shell("touch started"), "label", null, null, _ => throw new InvalidTimeZoneException("disk full"), Token);

        await Assert.ThrowsAsync<InvalidTimeZoneException>(() => running);
        Assert.False(File.Exists(_sandbox.At("started")));
    }

    [Fact]
    public async Task A_sink_that_cannot_be_written_ends_the_child_and_is_reported()
    {
        var sink = new MemoryStream(new byte[10]);
        var running = _sandbox.Runner.SuperviseAsync(_sandbox.Shell("exec yes"), "label", sink, null, _ => { }, Token);

        await Assert.ThrowsAsync<NotSupportedException>(() => running);
    }

    [Fact]
    public async Task A_missing_program_is_named_before_anything_starts()
    {
        var error = await Assert.ThrowsAsync<UserErrorException>(() => SuperviseAsync(_sandbox.Shell("") with { Executable = "no-such-agent" }));

        Assert.Contains("'no-such-agent'", error.Problem.Message);
    }

    private Task<ProcessExit> SuperviseAsync(ProcessSpec spec, CancellationToken? token = null) =>
        _sandbox.Runner.SuperviseAsync(spec, "label", null, null, _ => { }, token ?? Token);
}
