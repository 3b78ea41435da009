using System.Text.Json.Nodes;

namespace Okstra.EndToEnd.Tests.Rig;

/// <summary>Answers of a scripted model, in the scenario's own form.</summary>
internal static class Turn
{
    /// <summary>A structured answer in the way this provider's CLI takes it.</summary>
    public static JsonObject Answer(Provider provider, JsonObject answer) => provider switch
    {
        Provider.Anthropic => Tool("StructuredOutput", answer),
        Provider.Openai => Text(answer.ToJsonString()),
        _ => Text($"I have looked.\n\n```json\n{answer.ToJsonString()}\n```\n"),
    };

    /// <summary>Of these votes, those that the prompt asks for.</summary>
    public static JsonObject Votes(params JsonObject[] votes) => new() { ["votes"] = new JsonArray([.. votes.Select(vote => vote.DeepClone())]) };

    public static JsonObject Text(string text) => new() { ["text"] = text };

    public static JsonObject Tool(string name, JsonObject input) => new() { ["tool_calls"] = new JsonArray(new JsonObject { ["name"] = name, ["input"] = input.DeepClone() }) };

    public static JsonObject Error(string name) => new() { ["error"] = name };

    public static JsonObject Hang() => new() { ["hang"] = true };

    /// <summary>The first try gets the first answer, the second the next, every further one the last.</summary>
    public static JsonObject Attempts(params JsonObject[] tries) => new() { ["attempts"] = new JsonArray([.. tries]) };
}
