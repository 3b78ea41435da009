using System.Text.Json.Nodes;
using Okstra.Core.Tasks;
using Okstra.EndToEnd.Tests.Rig;
using Okstra.Engine.Demo;
using Okstra.Testing;

namespace Okstra.EndToEnd.Tests.Runs;

/// <summary>docs/guides/lifecycle.md, command by command, with the real CLIs.</summary>
public sealed class LifecycleGuideTests
{
    [Fact]
    public async Task Every_command_of_the_guide_does_what_the_guide_says()
    {
        var guide = await File.ReadAllTextAsync(Path.Combine(Repository.Root, "docs", "guides", "lifecycle.md"), TestContext.Current.CancellationToken);
        var commands = GuideCommand.Of(guide);
        await using var clis = await RealClis.StartAsync(Scenario());
        var repository = Path.Combine(clis.Root, "shop");
        var session = new GuideSession(repository, clis.Home);
        var environment = new Dictionary<string, string>(OkstraRun.Environment(clis.Environment), StringComparer.Ordinal);
        environment["PATH"] = $"{Path.GetDirectoryName(BuiltProgram.Okstra)}:{environment["PATH"]}";

        var other = new List<string>();
        foreach (var command in commands)
        {
            var script = command.Line.StartsWith("okstra demo", StringComparison.Ordinal) ? command.Line : $"{GuideCommand.Setup(guide)}\n{command.Line}";
            var ending = await Child.RunAsync("/bin/sh", ["-euc", script], clis.Root, environment, TimeSpan.FromMinutes(5));

            if (command.Refusal is { } refusal)
            {
                if (ending.ExitCode != 1 || !(ending.Output + ending.Error).Contains(refusal, StringComparison.Ordinal))
                {
                    other.Add($"{command.Line}\nexit {ending.ExitCode}\n{ending.Output}{ending.Error}");
                }
            }
            else
            {
                Assert.True(ending.ExitCode == 0, $"{string.Join('\n', other)}{command.Line}\nexit {ending.ExitCode}\n{ending.Output}{ending.Error}");
                if (Prepared(command.Line) is { } type)
                {
                    session.Lead(type);
                }
            }
        }

        Assert.True(other.Count == 0, string.Join('\n', other));
        Assert.Equal(6, commands.Count(command => command.Refusal is null && command.Line.Contains("--task-type", StringComparison.Ordinal)));
        var manifest = JsonNode.Parse(await File.ReadAllTextAsync(Path.Combine(repository, ".okstra", "tasks", "orders", "dev-9436", "task-manifest.json"), TestContext.Current.CancellationToken))!;
        Assert.Equal("done", (string?)manifest["workStatus"]);
    }

    private static TaskType? Prepared(string line) => !line.StartsWith("okstra render-bundle", StringComparison.Ordinal) ? null
        : Enum.GetValues<TaskType>().Single(type => line.Contains($"--task-type {type.Token()} ", StringComparison.Ordinal));

    private static ScenarioBuilder Scenario()
    {
        var scenario = new ScenarioBuilder();
        foreach (var provider in Enum.GetValues<Provider>())
        {
            var place = Answers.File(DemoContent.PlantedPath, DemoContent.PlantedLine, DemoContent.PlantedLine, DemoContent.PlantedText);
            var findings = Answers.Findings(Answers.Finding("1", "The average divides by zero", "bulk_discount divides by the number of items, which is zero when everything was given back.", place));
            findings["plan"] = Plan();
            scenario.Findings(provider, findings)
                .Votes(provider, ("F-001", Answers.Vote("F-001", "AGREE", "Nothing guards the division.", place)))
                .ReportWriter(provider, Turn.Answer(provider, Answers.Narrative()));
        }

        return scenario;
    }

    private static JsonObject Plan() => JsonNode.Parse("""
        {
          "options": [{ "name": "Guard", "summary": "An order without items gets no discount.", "files": ["tillroll/discounts.py", "tests/test_empty_order.py (new)"] }],
          "tradeOffs": [{ "option": "Guard", "complexity": "low", "risk": "low", "blastRadius": "one function", "testability": "high", "effort": "10 minutes" }],
          "recommended": { "option": "Guard", "reason": "It is the cause.", "basis": "4.5.2", "rejected": "none" },
          "steps": [
            { "step": "1", "ticketIds": ["dev-9436"], "action": "Write a failing test.", "files": ["tests/test_empty_order.py (new)"], "command": "`python3 -m pytest tests`", "expected": "1 failed" },
            { "step": "2", "ticketIds": ["dev-9436"], "action": "Return 0 before the division.", "files": ["tillroll/discounts.py"], "command": "`python3 -m pytest tests`", "expected": "1 passed" }
          ],
          "stages": [{ "title": "Guard", "dependsOn": [], "steps": ["1", "2"], "files": ["tillroll/discounts.py", "tests/test_empty_order.py"], "conformance": "unit" }],
          "dependencies": [],
          "checks": [
            { "phase": "pre", "command": "`git status --porcelain`", "expected": "nothing" },
            { "phase": "mid", "command": "`python3 -m pytest tests`", "expected": "1 failed" },
            { "phase": "post", "command": "`python3 -m pytest tests`", "expected": "1 passed" }
          ],
          "rollback": [{ "step": "2", "action": "revert the commit", "trigger": "discounts differ from the old receipts", "verify": "`python3 -m pytest tests`" }],
          "openQuestions": []
        }
        """)!.AsObject();
}
