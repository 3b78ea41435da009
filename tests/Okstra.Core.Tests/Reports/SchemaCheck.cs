using System.Text.Json;
using System.Text.Json.Nodes;

namespace Okstra.Core.Tests.Reports;

/// <summary>The few JSON Schema words our schemas use.</summary>
internal static class SchemaCheck
{
    public static IEnumerable<string> Violations(JsonNode root, JsonNode schema, JsonNode? value, string at)
    {
        if (schema is not JsonObject rules)
        {
            yield break;
        }

        if (rules["$ref"] is { } reference)
        {
            foreach (var violation in Violations(root, Resolve(root, reference.GetValue<string>()), value, at))
            {
                yield return violation;
            }

            yield break;
        }

        if (rules["type"] is { } type && !Types(type).Contains(Kind(value), StringComparer.Ordinal) && !(Kind(value) == "integer" && Types(type).Contains("number", StringComparer.Ordinal)))
        {
            yield return $"{at}: is {Kind(value)}";
            yield break;
        }

        if (rules["enum"] is JsonArray tokens && !tokens.Any(token => JsonNode.DeepEquals(token, value)))
        {
            yield return $"{at}: not in enum";
        }

        foreach (var violation in Inner(root, rules, value, at))
        {
            yield return violation;
        }
    }

    private static IEnumerable<string> Inner(JsonNode root, JsonObject rules, JsonNode? value, string at)
    {
        if (value is JsonObject members)
        {
            foreach (var name in (rules["required"] as JsonArray ?? []).Select(name => name!.GetValue<string>()).Where(name => !members.ContainsKey(name)))
            {
                yield return $"{at}/{name}: missing";
            }

            var known = rules["properties"] as JsonObject;
            foreach (var member in members)
            {
                var rule = known?[member.Key] ?? (rules["additionalProperties"] is JsonObject any ? any : null);
                foreach (var violation in rule is null ? [] : Violations(root, rule, member.Value, $"{at}/{member.Key}"))
                {
                    yield return violation;
                }
            }
        }

        if (value is JsonArray items && rules["items"] is { } item)
        {
            foreach (var violation in items.SelectMany((element, index) => Violations(root, item, element, $"{at}/{index}")))
            {
                yield return violation;
            }
        }
    }

    private static JsonNode Resolve(JsonNode root, string reference) => reference.TrimStart('#').Split('/', StringSplitOptions.RemoveEmptyEntries).Aggregate(root, (node, step) => node is JsonArray list ? list[int.Parse(step)]! : node[step]!);

    private static IEnumerable<string> Types(JsonNode type) => type is JsonArray list ? list.Select(name => name!.GetValue<string>()) : [type.GetValue<string>()];

    private static string Kind(JsonNode? value) => value?.GetValueKind() switch
    {
        null or JsonValueKind.Null => "null",
        JsonValueKind.Object => "object",
        JsonValueKind.Array => "array",
        JsonValueKind.String => "string",
        JsonValueKind.Number => value.ToJsonString().Contains('.', StringComparison.Ordinal) ? "number" : "integer",
        _ => "boolean",
    };
}
