using System.Text.Json;
using Okstra.EndToEnd.Tests.Rig;
using Okstra.Testing;

namespace Okstra.EndToEnd.Tests.Spending;

/// <summary>The bill of the three real CLIs holds against their own logs, session by session.</summary>
public sealed class ReconciledBillTests
{
    private static async Task<JsonElement> AnswerAsync(RealClis clis, string folder, params string[] arguments)
    {
        var answer = await Child.RunAsync(BuiltProgram.Okstra, arguments, folder, OkstraRun.Environment(clis.Environment), TimeSpan.FromMinutes(1));
        Assert.True(answer.ExitCode == 0, answer.Error);
        return JsonElement.Parse(answer.Output).GetProperty("data");
    }

    [Fact]
    public async Task Every_session_was_reported_as_it_was_logged_and_the_sum_is_what_the_models_billed()
    {
        await using var clis = await RealClis.StartAsync(BilledRun.Scenario());
        var (repository, brief) = PlantedBug.Create(clis.Root);
        var run = await OkstraRun.RunAsync(repository.Folder, brief, clis.Environment, more: BilledRun.NamedModel);
        run.AssertComplete();
        long billed = 0;
        foreach (var provider in BilledRun.Drivers.Keys)
        {
            billed += await clis.Models.BilledAsync(provider);
        }

        var bill = (await AnswerAsync(clis, repository.Folder, "usage", "--json", "--by", "worker")).GetProperty("bill");
        var team = await AnswerAsync(clis, repository.Folder, "token-usage", Path.Combine(run.RunDir, "state", "team-state-error-analysis-001.json"), "--write-team-state", "--substitute-final-report", "--json");

        Assert.Equal(billed, bill.GetProperty("sum").GetProperty("usage").GetProperty("total").GetInt64());
        var sessions = bill.GetProperty("sessions").EnumerateArray().ToList();
        Assert.Equal(["claude", "codex", "gemini"], sessions.Select(session => session.GetProperty("driver").GetString()).Distinct().Order());
        Assert.All(sessions, session => Assert.Equal(0, session.GetProperty("difference").GetInt64()));
        Assert.Equal("native", team.GetProperty("lead").GetString());
        Assert.Equal(billed, team.GetProperty("usageSummary").GetProperty("totalTokens").GetInt64());
        Assert.All(team.GetProperty("agents").EnumerateArray().Where(agent => agent.GetProperty("usage").ValueKind == JsonValueKind.Object), agent => Assert.Equal(0, agent.GetProperty("difference").GetInt64()));
    }
}
