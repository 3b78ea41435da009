using System.Text.Json;

namespace Okstra.Processes.Agents;

/// <summary>Reads members of hostile JSON: a wrong type, a missing member or a broken escape is null, never an exception.</summary>
internal static class CliJson
{
    public static JsonElement? Member(JsonElement element, string name)
    {
        try
        {
            return element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var value) ? value : null;
        }
        catch (InvalidOperationException)
        {
            // A member name escapes half a surrogate pair.
            return null;
        }
    }

    public static string? Text(JsonElement element, string name) => Text(Member(element, name));

    public static string? Text(JsonElement? value)
    {
        try
        {
            return value is { ValueKind: JsonValueKind.String } text ? text.GetString() : null;
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }

    public static long? Number(JsonElement element, string name) =>
        Member(element, name) is { ValueKind: JsonValueKind.Number } number && number.TryGetInt64(out var value) ? value : null;

    public static decimal? Money(JsonElement element, string name) =>
        Member(element, name) is { ValueKind: JsonValueKind.Number } number && number.TryGetDecimal(out var value) ? value : null;

    public static bool? Flag(JsonElement element, string name) => Member(element, name)?.ValueKind switch
    {
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        _ => null,
    };

    /// <summary>A time in seconds since 1970; null for one no calendar has.</summary>
    public static DateTimeOffset? UnixTime(JsonElement element, string name) =>
        Number(element, name) is >= 0 and < 253_402_300_800 and var seconds ? DateTimeOffset.FromUnixTimeSeconds(seconds) : null;

    /// <summary>The members of an object, none for anything else and none whose name cannot be read.</summary>
    public static IEnumerable<(string Name, JsonElement Value)> Members(JsonElement? value)
    {
        if (value is { ValueKind: JsonValueKind.Object } members)
        {
            foreach (var member in members.EnumerateObject())
            {
                if (NameOf(member) is { } name)
                {
                    yield return (name, member.Value);
                }
            }
        }
    }

    private static string? NameOf(JsonProperty member)
    {
        try
        {
            return member.Name;
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }
}
