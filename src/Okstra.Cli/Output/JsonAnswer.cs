using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace Okstra.Cli.Output;

/// <summary>The answer of a <c>--json</c> verb: <c>{ "schemaVersion": 1, "data": … }</c> and nothing else on standard output.</summary>
internal static class JsonAnswer
{
    public const int SchemaVersion = 1;

    public static void Write<T>(TextWriter output, T answer, JsonTypeInfo<T> type)
    {
        using var buffer = new MemoryStream();
        using (var json = Writer(buffer))
        {
            json.WriteStartObject();
            json.WriteNumber("schemaVersion", SchemaVersion);
            json.WritePropertyName("data");
            JsonSerializer.Serialize(json, answer, type);
            json.WriteEndObject();
        }

        output.WriteLine(System.Text.Encoding.UTF8.GetString(buffer.ToArray()));
    }

    /// <summary>The same for an answer whose members are named by what was found; <paramref name="answer"/> writes the members of <c>data</c>.</summary>
    public static void Write(TextWriter output, Action<JsonText> answer)
    {
        var json = new JsonText();
        json.StartObject();
        json.Member("schemaVersion", SchemaVersion);
        json.StartObject("data");
        answer(json);
        json.EndObject();
        json.EndObject();
        output.WriteLine(json.Text);
    }

    /// <summary>The answer without its envelope, for verbs whose answer is JSON in any mode.</summary>
    public static void WriteBare<T>(TextWriter output, T answer, JsonTypeInfo<T> type)
    {
        using var buffer = new MemoryStream();
        using (var json = Writer(buffer))
        {
            JsonSerializer.Serialize(json, answer, type);
        }

        output.WriteLine(System.Text.Encoding.UTF8.GetString(buffer.ToArray()));
    }

    private static Utf8JsonWriter Writer(Stream buffer) => new(buffer, new JsonWriterOptions { Indented = true, Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
}
