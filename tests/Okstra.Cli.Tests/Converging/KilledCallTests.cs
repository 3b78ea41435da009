using Okstra.Cli.Tests.Support;

namespace Okstra.Cli.Tests.Converging;

/// <summary>Kills every call of a lead at its durable writes; the lead makes the call again and goes on.</summary>
public sealed class KilledCallTests
{
    private const int Killed = 137;

    /// <summary>A call that always ends with a write is killed at it for ever.</summary>
    private const int MostKills = 8;

    [Theory]
    [InlineData("kill:1:after")]
    [InlineData("kill:2:before")]
    [InlineData("kill:3:before")]
    public async Task A_lead_whose_every_call_is_killed_again_and_again_ends_with_the_same_state_document(string fault)
    {
        using var undisturbed = await LedProject.PreparedAsync();
        Assert.Equal(0, await LeadAsync(undisturbed, fault: null));
        using var led = await LedProject.PreparedAsync();

        var killed = await LeadAsync(led, fault);

        Assert.True(killed > 10, $"only {killed} calls were killed");
        Assert.Equal(StateDocuments.Comparable(undisturbed.Project), StateDocuments.Comparable(led.Project));
        Assert.Equal(5, led.Journal().Count(entry => entry.GetProperty("kind").GetString() == "dispatch-finished"));
        Assert.Equal(Messages(undisturbed), Messages(led));
        Assert.Equal(0, (await led.Okstra.RunAsync("resume", LedProject.Key)).ExitCode);
    }

    private static IEnumerable<string?> Messages(LedProject led) => led.ErrorLog().Select(entry => entry.GetProperty("message").GetString());

    /// <summary>Every call under the fault until it comes through: a killed one leaves a write or two behind, so the next one starts further on. Answers how many were killed.</summary>
    private static async Task<int> LeadAsync(LedProject led, string? fault)
    {
        var killed = 0;
        string[][] calls =
        [
            ["plan", LedProject.Key],
            ["record", LedProject.Key, "--worker", "ada", "--round", "0", "--answer", Answer(led, "ada", LedProject.AdasAnalysis)],
            ["record", LedProject.Key, "--worker", "bob", "--round", "0", "--answer", Answer(led, "bob", LedProject.Analysis("bob"))],
            ["record", LedProject.Key, "--worker", "cyd", "--round", "0", "--answer", Answer(led, "cyd", LedProject.Analysis("cyd"))],
            ["plan", LedProject.Key],
            ["record", LedProject.Key, "--worker", "bob", "--round", "1", "--answer", Answer(led, "bob1", Scenarios.Votes(LedProject.Vote("F-001", "AGREE")))],
            ["record", LedProject.Key, "--worker", "cyd", "--round", "1", "--status", "error", "--reason", "no network"],
            ["plan", LedProject.Key],
            ["finish", LedProject.Key],
        ];
        foreach (var call in calls)
        {
            killed += fault is null ? 0 : await KillAsync(led, fault, call);
            var ending = await led.Okstra.RunAsync(["converge", .. call]);
            Assert.True(ending.ExitCode == 0, $"{fault} {string.Join(' ', call)}: {ending.Error}");
        }

        return killed;
    }

    private static async Task<int> KillAsync(LedProject led, string fault, string[] call)
    {
        led.Okstra.Environment["OKSTRA_TEST_FAULT"] = fault;
        var ending = await led.Okstra.RunAsync(["converge", .. call]);
        var killed = 0;
        while (ending.ExitCode == Killed && ++killed < MostKills)
        {
            ending = await led.Okstra.RunAsync(["converge", .. call]);
        }

        led.Okstra.Environment.Remove("OKSTRA_TEST_FAULT");
        Assert.True(ending.ExitCode is 0 or Killed, $"{fault} {call[0]}: {ending.Error}");
        return killed;
    }

    private static string Answer(LedProject led, string name, string text) => led.Project.Write($"answers/{name}.json", text);
}
