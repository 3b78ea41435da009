using Okstra.EndToEnd.Tests.Rig;

namespace Okstra.EndToEnd.Tests.Spending;

/// <summary>Three models that agree on the planted bug and bill every answer.</summary>
internal static class BilledRun
{
    /// <summary>Tokens of an analysis: a look and an answer.</summary>
    public const int Analysis = 1000 + 100 + 2000 + 200;

    public static IReadOnlyDictionary<Provider, string> Drivers { get; } = new Dictionary<Provider, string> { [Provider.Anthropic] = "claude", [Provider.Openai] = "codex", [Provider.Gemini] = "gemini" };

    /// <summary>gemini asks a router first unless it is told a model; the router's tokens are in no log of its.</summary>
    public static string[] NamedModel { get; } = ["--gemini-model", "gemini-2.5-pro"];

    public static ScenarioBuilder Scenario()
    {
        var scenario = new ScenarioBuilder();
        foreach (var provider in Enum.GetValues<Provider>())
        {
            scenario.Analysis(provider, Turn.Look(provider).Billed(provider, 1000, 100), Turn.Answer(provider, Answers.Findings(PlantedBug.Cause())).Billed(provider, 2000, 200))
                .Voter(provider, Turn.Answer(provider, Answers.Votes(PlantedBug.Agree("F-001").Vote)).Billed(provider, 500, 50));
        }

        return scenario;
    }
}
