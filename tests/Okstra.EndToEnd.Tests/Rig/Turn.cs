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

    /// <summary>The turn with the tokens the model server bills for it; a part of the prompt comes from the cache.</summary>
    public static JsonObject Billed(this JsonObject turn, Provider provider, int prompt, int answer)
    {
        var cached = prompt / 4;
        turn["usage"] = provider switch
        {
            Provider.Anthropic => new JsonObject { ["input_tokens"] = prompt - cached, ["cache_read_input_tokens"] = cached, ["cache_creation_input_tokens"] = 0, ["output_tokens"] = answer },
            Provider.Openai => new JsonObject { ["input_tokens"] = prompt, ["cached_tokens"] = cached, ["output_tokens"] = answer, ["reasoning_tokens"] = answer / 2 },
            _ => new JsonObject { ["promptTokenCount"] = prompt, ["cachedContentTokenCount"] = cached, ["candidatesTokenCount"] = answer - answer / 2, ["thoughtsTokenCount"] = answer / 2, ["totalTokenCount"] = prompt + answer },
        };
        return turn;
    }

    public static JsonObject Text(string text) => new() { ["text"] = text };

    public static JsonObject Tool(string name, JsonObject input) => new() { ["tool_calls"] = new JsonArray(new JsonObject { ["name"] = name, ["input"] = input.DeepClone() }) };

    public static JsonObject Error(string name) => new() { ["error"] = name };

    /// <summary>Looks at the files, in the way this provider's CLI can.</summary>
    public static JsonObject Look(Provider provider) => provider switch
    {
        Provider.Anthropic => Tool("Glob", new JsonObject { ["pattern"] = "**/*.py" }),
        Provider.Openai => Tool("exec_command", new JsonObject { ["cmd"] = "ls" }),
        _ => Tool("list_directory", new JsonObject { ["dir_path"] = "." }),
    };

    /// <summary>The plan's allowance is used up until a moment, as the subscription of this provider tells it; gemini tells no moment.</summary>
    public static JsonObject UsageLimit(Provider provider, DateTimeOffset until)
    {
        var reset = until.ToUnixTimeSeconds();
        return provider switch
        {
            Provider.Anthropic => new JsonObject
            {
                ["error"] = "rate_limit",
                ["headers"] = new JsonObject
                {
                    ["anthropic-ratelimit-unified-status"] = "rejected",
                    ["anthropic-ratelimit-unified-reset"] = $"{reset}",
                    ["anthropic-ratelimit-unified-representative-claim"] = "five_hour",
                    ["anthropic-ratelimit-unified-overage-status"] = "rejected",
                    ["retry-after"] = "7200",
                },
            },
            Provider.Openai => new JsonObject
            {
                ["status"] = 429,
                ["headers"] = new JsonObject { ["x-codex-primary-used-percent"] = "100", ["x-codex-primary-window-minutes"] = "300", ["x-codex-primary-reset-at"] = $"{reset}" },
                ["body"] = new JsonObject { ["error"] = new JsonObject { ["type"] = "usage_limit_reached", ["message"] = "The usage limit has been reached", ["plan_type"] = "plus", ["resets_at"] = reset } },
            },
            _ => Error("quota"),
        };
    }

    public static JsonObject Hang() => new() { ["hang"] = true };

    /// <summary>The first try gets the first answer, the second the next, every further one the last.</summary>
    public static JsonObject Attempts(params JsonObject[] tries) => new() { ["attempts"] = new JsonArray([.. tries]) };
}
