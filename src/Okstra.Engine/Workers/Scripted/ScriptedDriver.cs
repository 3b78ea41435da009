using System.Text.Json;
using System.Text.Json.Nodes;
using Okstra.Core.Convergence;
using Okstra.Core.Grouping;
using Okstra.Core.Problems;
using Okstra.Core.Usage;
using Okstra.Core.Workers;
using Okstra.State.Writing;

namespace Okstra.Engine.Workers.Scripted;

/// <summary>Plays a scenario file; what it says goes the same way as what an agent says.</summary>
public sealed class ScriptedDriver(Scenario scenario, StateWriter writer, TimeProvider time) : IAgentDriver
{
    public const string DriverId = "scripted";

    private readonly HashSet<string> _asked = [];

    public string Id => DriverId;

    public bool NeedsTree => scenario.Workers.Any(worker => worker.Rounds.Values.Any(turn => turn.Writes is not null));

    public bool IsCharged => scenario.Workers.Any(worker => worker.Rounds.Values.Any(turn => turn.Usage is not null));

    /// <exception cref="UserErrorException">The file is not a scenario.</exception>
    public static Scenario Parse(string text, string file)
    {
        try
        {
            return JsonSerializer.Deserialize(text, ScenarioJson.Default.Scenario) ?? throw new JsonException("it is null");
        }
        catch (JsonException fault)
        {
            throw new UserErrorException(new Problem("OKS0451", $"'{file}' is not a scenario: {fault.Message}", "a scenario has workers[] with name and rounds"), fault);
        }
    }

    public string? WhyUnavailable() => null;

    public async Task<DriverOutcome> RunAsync(DispatchRequest request, CancellationToken cancellationToken)
    {
        var worker = scenario.Workers.FirstOrDefault(worker => worker.Name == request.Entry.Worker);
        if (worker is null || !worker.Rounds.TryGetValue(request.Round.ToString(), out var turn))
        {
            return new DriverOutcome.Failed(WorkerStatus.Error, "cli-failure", $"the scenario has no turn for {request.Entry.Worker} in round {request.Round}");
        }

        if (turn.Hangs)
        {
            await Task.Delay(request.TimeBudget, time, cancellationToken);
            return new DriverOutcome.Failed(WorkerStatus.Timeout, "cli-failure", $"the time budget of {request.TimeBudget.TotalSeconds:0} s is used up");
        }

        await Task.Delay(TimeSpan.FromMilliseconds(turn.DelayMs), time, cancellationToken);
        if (turn.Writes is { } file)
        {
            writer.Write(Path.Combine(request.TreeDirectory, file), "written by a scripted worker\n");
        }

        DriverOutcome outcome = turn.Fails switch
        {
            null => new DriverOutcome.Answered(Text(turn, request)),
            "timeout" => new DriverOutcome.Failed(WorkerStatus.Timeout, "cli-failure", "scripted timeout"),
            "not-run" => new DriverOutcome.Failed(WorkerStatus.NotRun, "cli-failure", "scripted not-run"),
            _ => new DriverOutcome.Failed(WorkerStatus.Error, "cli-failure", "scripted error"),
        };
        return turn.Usage is { } usage ? outcome with { Models = [new ModelUsage(null, usage)] } : outcome;
    }

    private string Text(ScenarioTurn turn, DispatchRequest request)
    {
        bool again;
        lock (_asked)
        {
            again = !_asked.Add($"{request.Entry.Worker}/{request.Round}/{request.Batch}");
        }

        if (again && turn.RepairText is { } repaired)
        {
            return repaired;
        }

        return turn.Text ?? (turn.Answer is { } answer ? WithIds(answer, request) : "");
    }

    /// <summary>A scenario is written before ids exist, so a vote or a member of a group may say <c>match</c>; votes on findings that were not asked are left out.</summary>
    private static string WithIds(JsonElement answer, DispatchRequest request)
    {
        var node = JsonNode.Parse(answer.GetRawText());
        if (node?["groups"] is JsonArray groups)
        {
            Name(groups, request.Grouping);
            return node.ToJsonString();
        }

        return node?["votes"] is JsonArray votes ? WithVotes(node, votes, request.Findings) : answer.GetRawText();
    }

    private static void Name(JsonArray groups, IReadOnlyList<GroupingItem> asked)
    {
        foreach (var group in groups.OfType<JsonArray>())
        {
            for (var index = 0; index < group.Count; index++)
            {
                if (group[index] is JsonObject named && named["match"]?.GetValue<string>() is { } match)
                {
                    group[index] = JsonValue.Create(asked.FirstOrDefault(item => item.Finding.Finding.Title.Contains(match, StringComparison.OrdinalIgnoreCase))?.Id ?? match);
                }
            }
        }
    }

    private static string WithVotes(JsonNode node, JsonArray votes, IReadOnlyList<ClusteredFinding> asked)
    {
        var kept = new JsonArray();
        foreach (var vote in votes.OfType<JsonObject>())
        {
            var copy = (JsonObject)vote.DeepClone();
            if (copy["match"]?.GetValue<string>() is { } match)
            {
                var finding = asked.FirstOrDefault(finding => finding.Title.Contains(match, StringComparison.OrdinalIgnoreCase));
                if (finding is null)
                {
                    continue;
                }

                copy.Remove("match");
                copy["findingId"] = finding.Id;
            }

            kept.Add((JsonNode)copy);
        }

        node["votes"] = kept;
        return node.ToJsonString();
    }
}
