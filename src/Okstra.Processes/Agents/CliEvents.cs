using System.Text;
using System.Text.Json;

namespace Okstra.Processes.Agents;

/// <summary>The JSON objects of a line-oriented stream; torn lines, banners and garbage are passed over.</summary>
internal static class CliEvents
{
    /// <summary>Every line of <paramref name="output"/> that is one whole JSON object, with its <c>type</c>.</summary>
    public static IEnumerable<(string Type, JsonElement Event)> Read(string output)
    {
        var start = 0;
        while (start < output.Length)
        {
            var end = output.IndexOf('\n', start);
            end = end < 0 ? output.Length : end;
            var line = output.AsSpan(start, end - start).Trim();
            start = end + 1;
            if (line.Length > 1 && line[0] == '{' && line[^1] == '}' && Parse(line) is { } element && CliJson.Text(element, "type") is { } type)
            {
                yield return (type, element);
            }
        }
    }

    private static JsonElement? Parse(ReadOnlySpan<char> line)
    {
        // Encoded by hand: the UTF-8 encoder replaces half surrogate pairs, the string overload of the parser throws on them.
        var bytes = new byte[Encoding.UTF8.GetByteCount(line)];
        Encoding.UTF8.GetBytes(line, bytes);
        try
        {
            return JsonElement.Parse(bytes);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
