using System.Diagnostics;
using Okstra.EndToEnd.Tests.Rig;
using Okstra.Testing;

namespace Okstra.EndToEnd.Tests.Runs;

/// <summary>The engine or a supervisor is killed while all three real CLIs work.</summary>
public sealed class KilledRunTests
{
    private const string Sleeper = "sleep 318";

    [Fact]
    public async Task No_descendant_survives_the_kill_of_the_engine()
    {
        await using var clis = await RealClis.StartAsync(Busy());
        using var engine = Start(clis);
        var snapshot = await WorkingAsync(clis, engine);

        // Prompts go to standard input and keys to the environment: neither shows in a list of processes.
        Assert.DoesNotContain(snapshot, process => process.Command.Contains("Totals are too low", StringComparison.Ordinal) || process.Command.Contains(RealClis.Key, StringComparison.Ordinal));
        engine.Kill();

        Assert.Empty(await LiveProcesses.SurvivorsAsync(snapshot, clis.Home));
    }

    [Fact]
    public async Task No_descendant_survives_the_kill_of_a_supervisor()
    {
        await using var clis = await RealClis.StartAsync(Busy());
        using var engine = Start(clis);
        var snapshot = await WorkingAsync(clis, engine);
        var sleeper = snapshot.Single(process => process.Command == Sleeper);
        var supervisor = snapshot.Single(process => process.Parent == engine.Id && Below(snapshot, process.Pid).Contains(sleeper));
        var descendants = Below(snapshot, supervisor.Pid);

        LiveProcesses.Kill(supervisor.Pid);

        Assert.Empty(await LiveProcesses.SurvivorsAsync(descendants, home: ""));
        Assert.False(engine.HasExited);

        // The two others hang until they are stopped: Ctrl-C ends the run politely.
        await Child.RunAsync("/bin/kill", ["-INT", $"{engine.Id}"], "/", environment: null, TimeSpan.FromSeconds(10));
        var end = await Child.EndAsync(engine, TimeSpan.FromSeconds(60));
        Assert.Equal(130, end.ExitCode);
        Assert.Empty(LiveProcesses.OfHome(clis.Home));
    }

    // codex sits in a tool call with a process of its own; the two others wait for a model that never answers.
    private static ScenarioBuilder Busy() => new ScenarioBuilder()
        .Analysis(Provider.Anthropic, Turn.Hang())
        .Analysis(Provider.Openai, Turn.Tool("exec_command", new() { ["cmd"] = Sleeper, ["yield_time_ms"] = 300_000 }), Turn.Hang())
        .Analysis(Provider.Gemini, Turn.Hang());

    private static Process Start(RealClis clis)
    {
        var (repository, brief) = PlantedBug.Create(clis.Root);
        return Child.Start(BuiltProgram.Okstra, OkstraRun.Arguments(brief, "claude,codex,gemini"), repository.Folder, OkstraRun.Environment(clis.Environment));
    }

    /// <summary>Waits until every CLI has asked its model and codex's command runs.</summary>
    private static async Task<IReadOnlyList<LiveProcess>> WorkingAsync(RealClis clis, Process engine)
    {
        while (true)
        {
            Assert.False(engine.HasExited, "the run ended before all three worked");
            var asked = (await clis.Models.RequestsAsync()).Where(request => request.TryGetProperty("main", out var main) && main.GetBoolean());
            var alive = LiveProcesses.OfHome(clis.Home);
            if (asked.Select(request => request.GetProperty("provider").GetString()).Distinct(StringComparer.Ordinal).Count() == 3 && alive.Any(process => process.Command == Sleeper))
            {
                return alive;
            }

            await Task.Delay(50, TestContext.Current.CancellationToken);
        }
    }

    private static List<LiveProcess> Below(IReadOnlyList<LiveProcess> all, int pid)
    {
        List<LiveProcess> children = [.. all.Where(process => process.Parent == pid)];
        return [.. children, .. children.SelectMany(child => Below(all, child.Pid))];
    }
}
