using Okstra.EndToEnd.Tests.Rig;

namespace Okstra.EndToEnd.Tests.Vendors;

/// <summary>What is left of a real CLI in the middle of its work when it is ended.</summary>
public sealed class RealCliSupervisionTests
{
    private const string Sleeper = "sleep 318";

    [Theory]
    [InlineData("claude")]
    [InlineData("codex")]
    [InlineData("gemini")]
    public async Task No_descendant_of_a_real_cli_survives_a_polite_stop(string id)
    {
        await using var clis = await RealClis.StartAsync(Busy());
        IReadOnlyList<LiveProcess> snapshot;
        await using (await SupervisedCall.StartAsync(id, clis, "Work for a long time.", TestContext.Current.CancellationToken))
        {
            snapshot = await WorkingAsync(id, clis);
        }

        Assert.Empty(await LiveProcesses.SurvivorsAsync(snapshot, clis.Home));
    }

    // codex sits in a tool call with a process of its own; the tools of the two others start none, so they wait for a model that never answers.
    private static ScenarioBuilder Busy() => new ScenarioBuilder()
        .Analysis(Provider.Anthropic, Turn.Hang())
        .Analysis(Provider.Openai, Turn.Tool("exec_command", new() { ["cmd"] = Sleeper, ["yield_time_ms"] = 300_000 }), Turn.Hang())
        .Analysis(Provider.Gemini, Turn.Hang());

    private static async Task<IReadOnlyList<LiveProcess>> WorkingAsync(string id, RealClis clis)
    {
        while (true)
        {
            var alive = LiveProcesses.OfHome(clis.Home);
            var asked = await clis.Models.RequestsAsync();
            if (alive.Count > 1 && asked.Any(request => request.TryGetProperty("main", out var main) && main.GetBoolean()) && (id != "codex" || alive.Any(process => process.Command == Sleeper)))
            {
                return alive;
            }

            await Task.Delay(50, TestContext.Current.CancellationToken);
        }
    }
}
