using System.Text.Json;

namespace Okstra.State.Documents;

/// <summary>Finds the schema version without understanding the rest of a document.</summary>
internal static class SchemaVersionProbe
{
    /// <summary>Value of the top-level <c>schemaVersion</c>; 0 when there is none or the text is no JSON object.</summary>
    internal static int Read(ReadOnlySpan<byte> json)
    {
        var reader = new Utf8JsonReader(json);
        try
        {
            if (!reader.Read() || reader.TokenType != JsonTokenType.StartObject)
            {
                return 0;
            }

            while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
            {
                var isVersion = reader.ValueTextEquals("schemaVersion");
                reader.Read();
                if (isVersion)
                {
                    return reader.TokenType == JsonTokenType.Number && reader.TryGetInt32(out var version) ? version : 0;
                }

                reader.Skip();
            }
        }
        catch (JsonException)
        {
            // The reading proper reports it, with its position.
        }

        return 0;
    }
}
