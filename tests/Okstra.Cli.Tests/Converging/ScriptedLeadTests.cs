using System.Text.Json;
using Okstra.Cli.Tests.Support;
using Okstra.Testing;

namespace Okstra.Cli.Tests.Converging;

/// <summary>The shipped shell script leads a whole run; the native lead runs the same; the state documents are one.</summary>
public sealed class ScriptedLeadTests
{
    [Fact]
    [Trait("Req", "R-CVG-18")]
    public async Task A_shell_script_leads_a_run_to_the_state_document_of_the_native_lead()
    {
        using var native = RuleVotes.Project();
        var reference = await native.Okstra.RunAsync(native.Run("--task-group", "g", "--task-id", "t", "--workers", $"scripted:{native.TempPath}/scenario.json"));
        Assert.True(reference.ExitCode == 0, reference.Output + reference.Error);

        using var led = RuleVotes.Project();
        var ask = RuleVotes.WriteAnswers(led);
        var bundle = await led.Okstra.RunAsync("render-bundle", "--task-type", "error-analysis", "--brief", led.Brief, "--task-group", "g", "--task-id", "t", "--workers", $"scripted:{led.TempPath}/scenario.json");
        Assert.True(bundle.ExitCode == 0, bundle.Error);
        File.SetUnixFileMode(ask, UnixFileMode.UserRead | UnixFileMode.UserExecute);
        led.Okstra.Environment["OKSTRA"] = BuiltProgram.Okstra;
        var script = await led.Okstra.RunProgramAsync("bash", BuiltProgram.Source("docs/examples/session-lead.sh"), "g/t", ask);
        Assert.True(script.ExitCode == 0, script.Output + script.Error);

        var state = StateDocuments.Comparable(led);
        Assert.Equal(StateDocuments.Comparable(native), state);
        AssertItWasWorthComparing(state);
        await AssertTheEngineTakesItFromThereAsync(led);
    }

    private static void AssertItWasWorthComparing(string state)
    {
        using var document = JsonDocument.Parse(state);
        var root = document.RootElement;
        Assert.Equal(RuleVotes.Claims, root.GetProperty("findings").GetArrayLength());
        Assert.Equal(2, root.GetProperty("roundHistory").GetArrayLength());
        Assert.Equal(2, root.GetProperty("roundHistory")[0].GetProperty("dispatches").EnumerateArray().Count(dispatch => dispatch.GetProperty("worker").GetString() == "bob"));
        Assert.Equal(["bob error", "cyd timeout"], root.GetProperty("skippedWorkers").EnumerateArray().Select(skipped => $"{skipped.GetProperty("worker").GetString()} {skipped.GetProperty("status").GetString()}"));
        Assert.Contains(root.GetProperty("violations").EnumerateArray(), violation => violation.GetProperty("message").GetString()!.Contains("F-099", StringComparison.Ordinal));
        Assert.All(["partial-consensus", "contested", "withdrawn"], name => Assert.True(root.GetProperty("finalClassificationCounts").GetProperty(name).GetInt32() > 0, name));
    }

    private static async Task AssertTheEngineTakesItFromThereAsync(SampleProject led)
    {
        var before = await File.ReadAllTextAsync(StateDocuments.PathIn(led), TestContext.Current.CancellationToken);
        var status = await led.Okstra.RunAsync("status", "--json");
        Assert.Equal("waiting", JsonDocument.Parse(status.Output).RootElement.GetProperty("data").GetProperty("tasks")[0].GetProperty("runStatus").GetString());

        var resumed = await led.Okstra.RunAsync("resume", "g/t", "--json");
        Assert.True(resumed.ExitCode == 0, resumed.Output + resumed.Error);
        var validated = await led.Okstra.RunAsync("validate-run", "g/t");
        Assert.True(validated.ExitCode == 0, validated.Output);
        Assert.Equal(before, await File.ReadAllTextAsync(StateDocuments.PathIn(led), TestContext.Current.CancellationToken));
    }
}
