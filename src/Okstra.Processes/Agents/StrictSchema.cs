using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Okstra.Processes.Agents;

/// <summary>Rewrites a JSON Schema into the strict subset that the structured output of every vendor accepts.</summary>
/// <remarks>
/// OpenAI sets the rules: every object is closed and names all its properties as required, so an optional property becomes a nullable one; a property of
/// free form cannot be asked for and is left out. Limits such as <c>maxLength</c> are dropped: the answer is checked by okstra anyway.
/// </remarks>
public static class StrictSchema
{
    private static readonly string[] Kept = ["type", "description", "enum", "$ref"];

    /// <summary>False when the schema cannot be expressed; the worker is then asked in its prompt only.</summary>
    public static bool TryConvert(string schema, [NotNullWhen(true)] out string? strict)
    {
        strict = null;
        try
        {
            if (JsonNode.Parse(schema) is JsonObject root && Convert(root) is { } converted && converted["properties"] is JsonObject)
            {
                strict = converted.ToJsonString();
            }
        }
        catch (Exception unreadable) when (unreadable is JsonException or InvalidOperationException or ArgumentException)
        {
            return false;
        }

        return strict is not null;
    }

    private static JsonObject? Convert(JsonObject schema)
    {
        if (schema.ContainsKey("allOf") || schema.ContainsKey("not") || schema.ContainsKey("if"))
        {
            return null;
        }

        var strict = new JsonObject();
        foreach (var name in Kept)
        {
            if (schema[name] is { } value)
            {
                strict[name] = value.DeepClone();
            }
        }

        if (schema["const"] is { } constant)
        {
            strict["enum"] = new JsonArray(constant.DeepClone());
            strict["type"] ??= constant.GetValueKind() == JsonValueKind.String ? "string" : null;
        }

        return AddMembers(schema, strict) && IsConstrained(strict) ? strict : null;
    }

    private static bool AddMembers(JsonObject schema, JsonObject strict)
    {
        if ((schema["anyOf"] ?? schema["oneOf"]) is JsonArray choices)
        {
            var converted = choices.OfType<JsonObject>().Select(Convert).ToArray();
            if (converted.Length != choices.Count || Array.Exists(converted, choice => choice is null))
            {
                return false;
            }

            strict["anyOf"] = new JsonArray([.. converted]);
        }

        if (schema["items"] is { } items)
        {
            if (items is not JsonObject element || Convert(element) is not { } converted)
            {
                return false;
            }

            strict["items"] = converted;
        }

        foreach (var name in (string[])["$defs", "definitions"])
        {
            if (schema[name] is JsonObject definitions)
            {
                strict[name] = ConvertAll(definitions, _ => true);
            }
        }

        if (schema["properties"] is JsonObject properties)
        {
            var required = schema["required"] is JsonArray names ? names.Select(name => name?.GetValue<string>()).ToHashSet(StringComparer.Ordinal) : [];
            var converted = ConvertAll(properties, required.Contains);
            strict["properties"] = converted;
            strict["required"] = new JsonArray([.. converted.Select(property => JsonValue.Create(property.Key))]);
            strict["additionalProperties"] = false;
        }

        return true;
    }

    private static JsonObject ConvertAll(JsonObject properties, Func<string, bool> isRequired)
    {
        var all = new JsonObject();
        foreach (var (name, value) in properties)
        {
            if (value is JsonObject property && Convert(property) is { } converted)
            {
                all[name] = isRequired(name) ? converted : Nullable(converted);
            }
        }

        return all;
    }

    private static JsonObject Nullable(JsonObject schema)
    {
        if (schema["anyOf"] is null && schema["$ref"] is null && schema["enum"] is null && schema["type"] is JsonValue type && type.GetValueKind() == JsonValueKind.String)
        {
            if (type.GetValue<string>() != "null")
            {
                schema["type"] = new JsonArray(type.GetValue<string>(), "null");
            }

            return schema;
        }

        if (schema["type"] is JsonArray several && several.Any(one => one?.GetValue<string>() == "null"))
        {
            return schema;
        }

        return new JsonObject { ["anyOf"] = new JsonArray(schema, new JsonObject { ["type"] = "null" }) };
    }

    // {} allows anything, {"type":"object"} any object, {"type":"array"} any list: none of them can be asked for strictly.
    private static bool IsConstrained(JsonObject strict)
    {
        if (strict["$ref"] is not null || strict["anyOf"] is not null || strict["enum"] is not null)
        {
            return true;
        }

        var types = strict["type"] switch
        {
            JsonArray several => several.Select(type => type?.GetValue<string>() ?? "").ToArray(),
            JsonValue one => [one.GetValue<string>()],
            _ => [],
        };
        return types.Length > 0
            && (!types.Contains("object", StringComparer.Ordinal) || strict["properties"] is not null)
            && (!types.Contains("array", StringComparer.Ordinal) || strict["items"] is not null);
    }
}
