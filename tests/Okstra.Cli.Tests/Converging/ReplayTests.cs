using System.Text.Json;
using Okstra.Cli.Tests.Support;

namespace Okstra.Cli.Tests.Converging;

/// <summary><c>converge replay</c> of a run that was really made.</summary>
public sealed class ReplayTests
{
    [Fact]
    public async Task A_replay_shows_class_then_and_now_with_reasons_and_asks_nobody()
    {
        using var project = SampleProject.Committed();
        var scenario = project.Write("scenario.json", Scenarios.ThreeWorkersTwoRounds);
        Assert.Equal(0, (await project.Okstra.RunAsync(project.Run("--task-group", "g", "--task-id", "t", "--workers", $"scripted:{scenario}"))).ExitCode);
        var before = Snapshot(project);

        var own = Data(await project.Okstra.RunAsync("converge", "replay", "g/t", "--json"));
        var fewer = Data(await project.Okstra.RunAsync("converge", "replay", "g/t", "--max-rounds", "1", "--json"));
        var classic = Data(await project.Okstra.RunAsync("converge", "replay", "g/t", "--policy", "classic", "--json"));
        var more = Data(await project.Okstra.RunAsync("converge", "replay", "g/t", "--max-rounds", "3", "--json"));
        var text = await project.Okstra.RunAsync("converge", "replay", "g/t", "--max-rounds", "3");

        Assert.Equal(["taskKey", "taskType", "seq", "state", "then", "now", "findings", "missing", "newCalls"], own.EnumerateObject().Select(member => member.Name));
        Assert.Equal(["id", "title", "then", "now", "changed", "reason"], own.GetProperty("findings")[0].EnumerateObject().Select(member => member.Name));
        Assert.Equal(["policy", "maxRounds", "rounds", "classifications"], own.GetProperty("now").EnumerateObject().Select(member => member.Name));
        Assert.DoesNotContain(own.GetProperty("findings").EnumerateArray(), finding => finding.GetProperty("changed").GetBoolean());
        Assert.Equal(1, fewer.GetProperty("now").GetProperty("rounds").GetInt32());
        Assert.Equal("classic", classic.GetProperty("now").GetProperty("policy").GetString());
        Assert.Equal("undetermined", more.GetProperty("findings").EnumerateArray().Single(finding => finding.GetProperty("then").GetString() == "contested").GetProperty("now").GetString());
        Assert.Equal(["F-002 ada 3 respond-to-veto", "F-002 bob 3 reconsider", "F-002 cyd 3 refute"], more.GetProperty("missing").EnumerateArray().Select(Named).Order(StringComparer.Ordinal));
        Assert.Equal(3, more.GetProperty("newCalls").GetInt32());
        Assert.Contains("asking them takes at least 3 call(s)", text.Output, StringComparison.Ordinal);
        Assert.All([own, fewer, classic, more], answer => Assert.Equal(2, answer.GetProperty("now").GetProperty("classifications").EnumerateObject().Sum(count => count.Value.GetInt32())));
        Assert.Equal(before, Snapshot(project));
    }

    [Theory]
    [InlineData("--max-rounds", "0", "valid: 1, 2, 3")]
    [InlineData("--max-rounds", "4", "valid: 1, 2, 3")]
    [InlineData("--policy", "majority", "valid: evidence, classic")]
    public async Task Rules_that_do_not_exist_are_refused(string option, string value, string valid)
    {
        using var led = await LedProject.InRoundOneAsync();
        await led.VoteAsync("bob", 1, LedProject.Vote("F-001", "AGREE"));
        await led.VoteAsync("cyd", 1, LedProject.Vote("F-001", "AGREE"));
        await led.FinishAsync();

        var refused = await led.Okstra.RunAsync("converge", "replay", LedProject.Key, option, value);

        Assert.Equal(1, refused.ExitCode);
        Assert.Contains(valid, refused.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_run_that_is_not_finished_cannot_be_replayed()
    {
        using var led = await LedProject.InRoundOneAsync();

        var refused = await led.Okstra.RunAsync("converge", "replay", LedProject.Key);

        Assert.Equal(1, refused.ExitCode);
        Assert.Contains("has no convergence state yet", refused.Error, StringComparison.Ordinal);
    }

    private static string Named(JsonElement ask) => string.Join(' ', ask.GetProperty("findingId"), ask.GetProperty("worker"), ask.GetProperty("round"), ask.GetProperty("role"));

    private static JsonElement Data(OkstraEnding ending)
    {
        Assert.True(ending.ExitCode == 0, ending.Error);
        return LedProject.DataOf(ending);
    }

    private static string Snapshot(SampleProject project) => string.Join('\n', Directory.GetFiles(project.StateRoot, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal)
        .Select(path => $"{path} {Convert.ToHexString(System.Security.Cryptography.SHA256.HashData(File.ReadAllBytes(path)))}"));
}
