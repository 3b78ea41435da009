using System.Text.Json;
using System.Text.Json.Serialization;

namespace Okstra.Core.Runs;

/// <summary>A counter as its padded text.</summary>
internal sealed class RunSeqConverter : JsonConverter<RunSeq>
{
    public override RunSeq Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType == JsonTokenType.String && RunSeq.TryParse(reader.GetString(), out var seq)
            ? seq
            : throw new JsonException("a run counter is a string of digits from 001");

    public override void Write(Utf8JsonWriter writer, RunSeq value, JsonSerializerOptions options) => writer.WriteStringValue(value.ToString());
}
