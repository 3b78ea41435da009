using System.Diagnostics;
using System.Globalization;

namespace Okstra.Processes.Tests;

/// <summary>A real engine process that is killed, or whose supervisor is.</summary>
public sealed class KilledEngineTests : IDisposable
{
    private readonly Sandbox _sandbox = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose() => _sandbox.Dispose();

    [Fact]
    public async Task Nothing_outlives_an_engine_that_was_killed()
    {
        using var engine = StartEngine(_sandbox.Family("exec sleep 300"));
        int[] pids = [await _sandbox.PidAsync("supervisor"), .. await _sandbox.FamilyPidsAsync()];

        engine.Kill();

        foreach (var pid in pids)
        {
            await Wait.UntilGoneAsync(pid);
        }
    }

    [Fact]
    public async Task Nothing_outlives_a_supervisor_that_was_killed()
    {
        using var engine = StartEngine(_sandbox.Family("exec sleep 300"));
        var family = await _sandbox.FamilyPidsAsync();

        Wait.Kill(await _sandbox.PidAsync("supervisor"));

        await engine.WaitForExitAsync(Token);
        Assert.All(family, pid => Assert.False(Wait.IsAlive(pid)));
        var result = await File.ReadAllLinesAsync(_sandbox.At("result"), Token);
        Assert.Equal(("Exited", "137"), (result[0], result[1]));
        Assert.Equal("", result[3]);
    }

    [Fact]
    public async Task A_terminated_supervisor_stops_everything_politely()
    {
        using var engine = StartEngine(_sandbox.Family("trap 'exit 3' TERM; while :; do sleep 0.01; done"));
        var family = await _sandbox.FamilyPidsAsync();

        using (var kill = Process.Start("kill", ["-TERM", $"{await _sandbox.PidAsync("supervisor")}"]))
        {
            await kill.WaitForExitAsync(Token);
        }

        await engine.WaitForExitAsync(Token);
        Assert.All(family, pid => Assert.False(Wait.IsAlive(pid)));
        Assert.Equal("3", (await File.ReadAllLinesAsync(_sandbox.At("result"), Token))[1]);
    }

    [Fact]
    public async Task A_flood_of_a_gigabyte_ends_at_the_limit_in_bounded_memory()
    {
        const long Limit = 256L * 1024 * 1024;
        const int PeakKiB = 150 * 1024;
        using var engine = StartEngine("exec head -c 1000000000 /dev/zero", Limit);

        await engine.WaitForExitAsync(Token);

        var result = await File.ReadAllLinesAsync(_sandbox.At("result"), Token);
        Assert.Equal("OutputLimit", result[0]);
        Assert.InRange(int.Parse(result[2], CultureInfo.InvariantCulture), 1, PeakKiB);
    }

    private Process StartEngine(string script, long limit = 1_000_000) =>
        Process.Start(Sandbox.HostProgram, ["engine", _sandbox.Path, limit.ToString(CultureInfo.InvariantCulture), script]);
}
