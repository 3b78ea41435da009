using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;
using Okstra.Core.Tasks;
using Okstra.Core.Text;

namespace Okstra.Core.Convergence;

/// <summary>
/// Whether a state document is what its own votes give. Classes, votes as counted, supporters, counts and rounds follow from the votes and the findings document;
/// a document in which they do not was edited, or written by an okstra with other rules. Sentences for people are not compared.
/// </summary>
public static class StateConsistency
{
    private const int LongestShown = 120;

    /// <summary>Empty when it is.</summary>
    /// <param name="findings">What was voted on.</param>
    /// <param name="state">What came of it.</param>
    /// <param name="settlements">What was run to settle contested findings; null when nothing was.</param>
    public static IReadOnlyList<StateDifference> Check(FindingsDocument findings, ConvergenceDocument state, SettlementDocument? settlements)
    {
        if (Unfoldable(findings, state) is { Count: > 0 } broken)
        {
            return broken;
        }

        var again = ConvergenceReplay.Again(findings, state, settlements);
        return TaskTypes.TryParse(state.TaskType, out var type, out _)
            ? Compare(state, ConvergenceDocuments.Compose(again, state.TaskKey, type, state.Seq, state.Inputs, []))
            : [new StateDifference(null, "taskType", Short(state.TaskType), "a task type")];
    }

    /// <summary>Two documents about the same votes.</summary>
    public static IReadOnlyList<StateDifference> Compare(ConvergenceDocument stored, ConvergenceDocument given)
    {
        var differences = new List<StateDifference>();
        var expected = given.Findings.ToDictionary(finding => finding.Finding.Id, StringComparer.Ordinal);
        foreach (var finding in stored.Findings.Where(finding => expected.ContainsKey(finding.Finding.Id)))
        {
            Compare(finding, expected[finding.Finding.Id], differences);
        }

        Add(differences, null, "config", stored.Config, given.Config, ConvergenceJson.Default.ConvergenceConfig);
        Add(differences, null, "finalClassificationCounts", stored.FinalClassificationCounts, given.FinalClassificationCounts, ConvergenceJson.Default.IReadOnlyDictionaryStringInt32);
        Add(differences, null, "roundHistory", stored.RoundHistory, given.RoundHistory, ConvergenceJson.Default.IReadOnlyListRoundRecord);
        Add(differences, null, "skippedWorkers", stored.SkippedWorkers, given.SkippedWorkers, ConvergenceJson.Default.IReadOnlyListSkippedWorker);
        Add(differences, null, "round2SkippedReason", stored.Round2SkippedReason ?? "null", given.Round2SkippedReason ?? "null");
        Add(differences, null, "round3SkippedReason", stored.Round3SkippedReason ?? "null", given.Round3SkippedReason ?? "null");
        return differences;
    }

    /// <summary>What the fold could not even begin with.</summary>
    private static List<StateDifference> Unfoldable(FindingsDocument findings, ConvergenceDocument state)
    {
        var differences = new List<StateDifference>();
        if (state.Config.EffectiveMaxRounds is < 1 or > ConvergenceRules.MaxRoundsLimit)
        {
            differences.Add(new StateDifference(null, "config.effectiveMaxRounds", Number(state.Config.EffectiveMaxRounds), "1, 2 or 3"));
        }

        var stored = state.Findings.GroupBy(finding => finding.Finding.Id, StringComparer.Ordinal).ToDictionary(group => group.Key, group => group.ToList(), StringComparer.Ordinal);
        foreach (var finding in findings.Findings)
        {
            var here = stored.GetValueOrDefault(finding.Id) ?? [];
            if (here.Count != 1)
            {
                differences.Add(new StateDifference(finding.Id, "the finding", $"there {Number(here.Count)} times", "once"));
            }
            else
            {
                Add(differences, finding.Id, "finding", Plain(here[0].Finding), Plain(finding), ConvergenceJson.Default.ClusteredFinding);
            }
        }

        var known = findings.Findings.Select(finding => finding.Id).ToHashSet(StringComparer.Ordinal);
        differences.AddRange(stored.Keys.Where(id => !known.Contains(id)).Select(id => new StateDifference(Short(id), "the finding", "there", "nothing: the findings document does not have it")));
        Add(differences, null, "voters", Sorted(state.Voters), Sorted(findings.Voters), ConvergenceJson.Default.IReadOnlyListVoter);
        return differences;
    }

    private static void Compare(ConvergedFinding stored, ConvergedFinding given, List<StateDifference> differences)
    {
        var id = stored.Finding.Id;
        Add(differences, id, "classification", stored.Classification.Token(), given.Classification.Token());
        Add(differences, id, "confirmedInRound", Number(stored.ConfirmedInRound), Number(given.ConfirmedInRound));
        Add(differences, id, "supporters", string.Join(", ", stored.Supporters), string.Join(", ", given.Supporters));
        Add(differences, id, "dissenters", string.Join(", ", stored.Dissenters), string.Join(", ", given.Dissenters));
        Add(differences, id, "sameFamily", stored.SameFamily ? "true" : "false", given.SameFamily ? "true" : "false");
        Add(differences, id, "finding.unsupported", stored.Finding.Unsupported ? "true" : "false", given.Finding.Unsupported ? "true" : "false");
        Add(differences, id, "finding.evidence", stored.Finding.Evidence, given.Finding.Evidence, ConvergenceJson.Default.IReadOnlyListEvidence);
        Add(differences, id, "settlement", stored.Settlement, given.Settlement, ConvergenceJson.Default.SettlementResult);
        Add(differences, id, "votes", stored.Votes, given.Votes, ConvergenceJson.Default.IReadOnlyListCastVote);
    }

    private static void Add(List<StateDifference> differences, string? finding, string what, string stored, string given)
    {
        if (!string.Equals(stored, given, StringComparison.Ordinal))
        {
            differences.Add(new StateDifference(finding, what, Named(stored), Named(given)));
        }
    }

    private static void Add<T>(List<StateDifference> differences, string? finding, string what, T stored, T given, JsonTypeInfo<T> type)
    {
        var (left, right) = (JsonSerializer.SerializeToNode(stored, type), JsonSerializer.SerializeToNode(given, type));
        if (!JsonNode.DeepEquals(left, right))
        {
            var (at, here, there) = FirstDifference(left, right, what);
            differences.Add(new StateDifference(finding, at, Named(here), Named(there)));
        }
    }

    // Whole objects would say nothing to a reader: the first member that differs does.
    private static (string At, string Stored, string Given) FirstDifference(JsonNode? left, JsonNode? right, string at)
    {
        switch (left, right)
        {
            case (JsonObject here, JsonObject there):
                var name = here.Select(member => member.Key).Concat(there.Select(member => member.Key)).First(key => !JsonNode.DeepEquals(here[key], there[key]));
                return FirstDifference(here[name], there[name], $"{at}.{name}");
            case (JsonArray here, JsonArray there) when here.Count == there.Count:
                var index = Enumerable.Range(0, here.Count).First(index => !JsonNode.DeepEquals(here[index], there[index]));
                return FirstDifference(here[index], there[index], $"{at}[{Number(index)}]");
            case (JsonArray here, JsonArray there):
                return (at, $"{Number(here.Count)} entries long", $"{Number(there.Count)}");
            default:
                return (at, left?.ToJsonString() ?? "null", right?.ToJsonString() ?? "null");
        }
    }

    /// <summary>The flag, and whether a cited command holds, follow from votes and settlements and are compared with them.</summary>
    private static ClusteredFinding Plain(ClusteredFinding finding) => finding with
    {
        Unsupported = false,
        Evidence = [.. finding.Evidence.Select(cited => cited.Kind == "command" ? cited with { Check = Findings.CitationVerdict.Unchecked, Note = null } : cited)],
    };

    private static IReadOnlyList<Voter> Sorted(IEnumerable<Voter> voters) => [.. voters.OrderBy(voter => voter.Worker, StringComparer.Ordinal)];

    private static string Named(string text) => text.Length == 0 ? "nobody" : Short(text);

    private static string Short(string text) => SafeText.OneLine(text, LongestShown);

    private static string Number(int? number) => number?.ToString(CultureInfo.InvariantCulture) ?? "null";
}
