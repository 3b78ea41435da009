using System.Text.Json;
using System.Text.Json.Nodes;

namespace Okstra.Core.Tests.Findings;

/// <summary>The part of JSON Schema our wire schemas use: type, enum, properties, required, additionalProperties, items, local $ref.</summary>
internal static class SchemaCheck
{
    public static IReadOnlyList<string> Errors(string schema, string document)
    {
        var root = JsonNode.Parse(schema)!.AsObject();
        var errors = new List<string>();
        Check(root, root, JsonNode.Parse(document), "$", errors);
        return errors;
    }

    private static void Check(JsonObject root, JsonObject schema, JsonNode? value, string path, List<string> errors)
    {
        if ((string?)schema["$ref"] is { } reference)
        {
            schema = root["$defs"]![reference["#/$defs/".Length..]]!.AsObject();
        }

        var kind = value?.GetValueKind() ?? JsonValueKind.Null;
        var types = schema["type"] is JsonArray many ? many.Select(type => (string?)type).ToList() : [(string?)schema["type"]];
        if (!types.Exists(type => Fits(type, kind, value)))
        {
            errors.Add($"{path}: {kind} is not {string.Join('|', types)}");
            return;
        }

        if (schema["enum"] is JsonArray tokens && !tokens.Any(token => JsonNode.DeepEquals(token, value)))
        {
            errors.Add($"{path}: {value} is not in the enum");
        }

        if (value is JsonArray items && schema["items"] is JsonObject itemSchema)
        {
            for (var index = 0; index < items.Count; index++)
            {
                Check(root, itemSchema, items[index], $"{path}[{index}]", errors);
            }
        }

        if (value is JsonObject members && schema["properties"] is JsonObject properties)
        {
            errors.AddRange(schema["required"]!.AsArray().Where(name => !members.ContainsKey((string)name!)).Select(name => $"{path}.{name} is missing"));
            errors.AddRange(members.Where(member => !properties.ContainsKey(member.Key)).Select(member => $"{path}.{member.Key} is unknown"));
            foreach (var member in members.Where(member => properties.ContainsKey(member.Key)))
            {
                Check(root, properties[member.Key]!.AsObject(), member.Value, $"{path}.{member.Key}", errors);
            }
        }
    }

    private static bool Fits(string? type, JsonValueKind kind, JsonNode? value) => type switch
    {
        "object" => kind == JsonValueKind.Object,
        "array" => kind == JsonValueKind.Array,
        "string" => kind == JsonValueKind.String,
        "integer" => kind == JsonValueKind.Number && value!.AsValue().TryGetValue<int>(out _),
        "number" => kind == JsonValueKind.Number,
        "boolean" => kind is JsonValueKind.True or JsonValueKind.False,
        "null" => kind == JsonValueKind.Null,
        _ => false,
    };
}
