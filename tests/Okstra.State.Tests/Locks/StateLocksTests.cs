using Okstra.Core.Problems;
using Okstra.State.Locks;

namespace Okstra.State.Tests.Locks;

public sealed class StateLocksTests : IDisposable
{
    private readonly TempFolder _folder = new();

    private string Lock => _folder.At("locks", "demo-g-t.lock");

    public void Dispose() => _folder.Dispose();

    private StateLocks Locks() => new(HermeticHost.Create(_folder.At("home")), Setup.Writer(_folder), TimeProvider.System);

    [Fact]
    [Trait("Req", "R-OPN-03")]
    public async Task Acquire_loses_no_increment_when_eight_processes_count_together()
    {
        const int Processes = 8;
        const int Times = 25;
        var counter = _folder.At("counter");

        var children = Enumerable.Range(0, Processes).Select(_ => StateProcess.Start(_folder.Path, "", "count", Lock, counter, $"{Times}")).ToList();
        foreach (var child in children)
        {
            Assert.Equal((0, ""), await child.WaitAsync());
            child.Dispose();
        }

        Assert.Equal($"{Processes * Times}", await File.ReadAllTextAsync(counter, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Acquire_names_the_holder_when_another_process_has_the_lock()
    {
        using var child = StateProcess.Start(_folder.Path, "", "hold", Lock, "resume");
        Assert.Equal("held", await child.ReadLineAsync());

        var failure = await Assert.ThrowsAsync<UserErrorException>(() => Locks().AcquireAsync(Lock, "run", TimeSpan.Zero, TestContext.Current.CancellationToken));

        Assert.Equal("OKS0206", failure.Problem.Code);
        Assert.StartsWith($"'demo-g-t' is held by resume (pid {child.Id} on test-machine since 20", failure.Problem.Message, StringComparison.Ordinal);
        Assert.True(StateLocks.IsHeld(Lock));
    }

    [Fact]
    public async Task Acquire_succeeds_at_once_when_the_holder_was_killed()
    {
        using (var child = StateProcess.Start(_folder.Path, "", "hold", Lock, "run"))
        {
            Assert.Equal("held", await child.ReadLineAsync());
            child.Kill();
            await child.WaitAsync();
        }

        Assert.False(StateLocks.IsHeld(Lock));
        using var held = await Locks().AcquireAsync(Lock, "resume", TimeSpan.Zero, TestContext.Current.CancellationToken);
        Assert.Equal("resume", StateLocks.ReadHolder(Lock)?.Verb);
    }

    [Fact]
    [Trait("Req", "R-OPN-03")]
    public async Task Acquire_waits_until_the_lock_is_released()
    {
        var first = await Locks().AcquireAsync(Lock, "run", TimeSpan.Zero, TestContext.Current.CancellationToken);
        var second = Locks().AcquireAsync(Lock, "run", TimeSpan.FromSeconds(60), TestContext.Current.CancellationToken);
        Assert.False(second.IsCompleted);

        first.Dispose();

        using var held = await second;
        Assert.Equal(Environment.ProcessId, StateLocks.ReadHolder(Lock)?.Pid);
    }

    [Fact]
    [Trait("Req", "R-OPN-03")]
    public async Task Acquire_gives_up_when_the_time_is_over()
    {
        var clock = new ManualClock(DateTimeOffset.UnixEpoch);
        using var first = await Locks().AcquireAsync(Lock, "run", TimeSpan.Zero, TestContext.Current.CancellationToken);
        var locks = new StateLocks(HermeticHost.Create(_folder.At("home")), Setup.Writer(_folder), clock);
        var second = locks.AcquireAsync(Lock, "run", TimeSpan.FromSeconds(60), TestContext.Current.CancellationToken);

        for (var tick = 0; tick < 59; tick++)
        {
            clock.Advance(TimeSpan.FromSeconds(1));
            await Task.Yield();
            Assert.False(second.IsCompleted);
        }

        while (!second.IsCompleted)
        {
            clock.Advance(TimeSpan.FromSeconds(1));
            await Task.Yield();
        }

        var failure = await Assert.ThrowsAsync<UserErrorException>(() => second);
        Assert.Contains("run (pid", failure.Problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Release_keeps_the_lock_file_and_removes_the_holder()
    {
        (await Locks().AcquireAsync(Lock, "run", TimeSpan.Zero, TestContext.Current.CancellationToken)).Dispose();

        Assert.Equal([Lock], Directory.GetFiles(_folder.At("locks")));
        Assert.Null(StateLocks.ReadHolder(Lock));
        Assert.False(StateLocks.IsHeld(Lock));
    }

    [Fact]
    public async Task Release_twice_does_not_take_the_next_holders_name_away()
    {
        var first = await Locks().AcquireAsync(Lock, "run", TimeSpan.Zero, TestContext.Current.CancellationToken);
        first.Dispose();
        using var second = await Locks().AcquireAsync(Lock, "resume", TimeSpan.Zero, TestContext.Current.CancellationToken);

        first.Dispose();

        Assert.Equal("resume", StateLocks.ReadHolder(Lock)?.Verb);
    }
}
