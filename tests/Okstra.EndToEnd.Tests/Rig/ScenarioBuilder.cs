using System.Text.Json.Nodes;

namespace Okstra.EndToEnd.Tests.Rig;

/// <summary>Builds what the scripted models answer, told apart by what they are asked for.</summary>
internal sealed class ScenarioBuilder
{
    private const string Repairing = "Your last answer could not be used";
    private const string Reporting = "You are `Report writer worker`";
    private const string Voting = "This is re-verification round";

    // gemini asks a router model first when it is left to choose the model itself.
    private const string Router = """{"complexity_reasoning":"simple","complexity_score":10}""";

    private readonly Dictionary<Provider, JsonArray> _conversations = Enum.GetValues<Provider>().ToDictionary(provider => provider, _ => new JsonArray());
    private readonly Dictionary<Provider, JsonArray> _initial = [];

    /// <summary>What the model does when it is asked to analyse: one turn after the other.</summary>
    public ScenarioBuilder Analysis(Provider provider, params JsonObject[] turns)
    {
        _initial[provider] = new JsonArray([.. turns]);
        return this;
    }

    public ScenarioBuilder Findings(Provider provider, JsonObject answer) => Analysis(provider, Turn.Answer(provider, answer));

    /// <summary>Votes by finding id; whatever subset a round asks for is answered.</summary>
    public ScenarioBuilder Votes(Provider provider, params (string Finding, JsonObject Vote)[] ballots)
    {
        for (var size = ballots.Length; size > 0; size--)
        {
            foreach (var asked in Subsets(ballots, size))
            {
                var ids = string.Join("[^\\n]*", asked.Select(ballot => ballot.Finding));
                Add(provider, $"one entry for each of [^\\n]*{ids}", Turn.Answer(provider, Answers.Votes([.. asked.Select(ballot => ballot.Vote)])));
            }
        }

        return this;
    }

    /// <summary>The votes of one round; of these, whatever a batch asks for is answered.</summary>
    public ScenarioBuilder Round(Provider provider, int round, params JsonObject[] votes) => Batch(provider, round, "", Turn.Votes(votes));

    /// <summary>What the model does when it is asked for the batch of a round that begins with this finding; batches come before the round they are part of.</summary>
    public ScenarioBuilder Batch(Provider provider, int round, string first, params JsonObject[] turns) =>
        Add(provider, $"re-verification round {round}\\.[\\s\\S]*one entry for each of `{first}", turns);

    /// <summary>What the model does whenever it is asked to vote.</summary>
    public ScenarioBuilder Voter(Provider provider, params JsonObject[] turns) => Add(provider, Voting, turns);

    public ScenarioBuilder Repair(Provider provider, params JsonObject[] turns) => Add(provider, Repairing, turns);

    public ScenarioBuilder ReportWriter(Provider provider, params JsonObject[] turns) => Add(provider, Reporting, turns);

    public string Build()
    {
        var scenario = new JsonObject();
        foreach (var (provider, conversations) in _conversations)
        {
            // The prompts of a repair and of a report quote others, so they are told apart first.
            var ordered = conversations.Select(conversation => conversation!.DeepClone()).OrderBy(conversation => Rank(conversation["match"]!.GetValue<string>()));
            var script = new JsonArray([.. ordered]);
            script.Add(new JsonObject { ["turns"] = _initial.GetValueOrDefault(provider, [Turn.Text("nothing is scripted for this")]).DeepClone() });
            scenario[JsonNamingPolicyName(provider)] = new JsonObject { ["conversations"] = script, ["side"] = Turn.Text(Router) };
        }

        return scenario.ToJsonString();
    }

    private static int Rank(string match) => match switch
    {
        Repairing => 0,
        Reporting => 1,
        Voting => 3,
        _ => 2,
    };

    private static string JsonNamingPolicyName(Provider provider) => System.Text.Json.JsonNamingPolicy.CamelCase.ConvertName(provider.ToString());

    private ScenarioBuilder Add(Provider provider, string match, params JsonObject[] turns)
    {
        _conversations[provider].Add(new JsonObject { ["match"] = match, ["turns"] = new JsonArray([.. turns]) });
        return this;
    }

    private static IEnumerable<IReadOnlyList<T>> Subsets<T>(IReadOnlyList<T> all, int size) => Enumerable.Range(1, (1 << all.Count) - 1)
        .Where(mask => int.PopCount(mask) == size)
        .Select(mask => (IReadOnlyList<T>)[.. all.Where((_, index) => (mask & (1 << index)) != 0)]);
}
