using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Okstra.Core.Problems;
using Okstra.State.Writing;

namespace Okstra.State.Documents;

/// <summary>One JSON value per line, appended; a line torn by a kill is passed over by readers and ended by the next writer.</summary>
/// <param name="path">Absolute.</param>
/// <param name="type">Source-generated.</param>
/// <param name="writer">The process's writer.</param>
public sealed class JsonLines<T>(string path, JsonTypeInfo<T> type, StateWriter writer)
    where T : class
{
    private readonly JsonTypeInfo<T> _type = StateJson.ForLine(type);

    public string Path => path;

    public void Append(T value) => writer.AppendLine(path, JsonSerializer.Serialize(value, _type));

    /// <summary>All of them in one write; nothing without any. A kill may tear the end off.</summary>
    public void Append(IReadOnlyList<T> values)
    {
        if (values.Count > 0)
        {
            writer.AppendLine(path, string.Join('\n', values.Select(value => JsonSerializer.Serialize(value, _type))));
        }
    }

    /// <summary>Every readable line; a missing file has none.</summary>
    /// <exception cref="UserErrorException">The file cannot be opened.</exception>
    public LinesRead<T> Read()
    {
        var values = new List<T>();
        var unreadable = 0;
        var foreign = 0;
        foreach (var line in Lines())
        {
            if (TryParse(line) is { } value)
            {
                values.Add(value);
            }
            else
            {
                unreadable++;
                foreign += line.TrimEnd().EndsWith('}') ? 1 : 0;
            }
        }

        return new LinesRead<T>(values, unreadable, foreign);
    }

    private List<string> Lines()
    {
        try
        {
            using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            using var reader = new StreamReader(stream, Encoding.UTF8);
            var lines = new List<string>();
            while (reader.ReadLine() is { } line)
            {
                if (line.Length > 0)
                {
                    lines.Add(line);
                }
            }

            return lines;
        }
        catch (Exception failure) when (failure is FileNotFoundException or DirectoryNotFoundException)
        {
            return [];
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw new UserErrorException(new Problem("OKS0207", $"cannot read '{path}': {failure.Message.Split(" : '")[0]}", "make it a file that you can read"), failure);
        }
    }

    private T? TryParse(string line)
    {
        try
        {
            return JsonSerializer.Deserialize(line, _type);
        }
        catch (Exception failure) when (failure is JsonException or NotSupportedException)
        {
            return null;
        }
    }
}
