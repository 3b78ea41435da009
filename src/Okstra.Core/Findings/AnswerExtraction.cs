using System.Diagnostics.CodeAnalysis;
using System.Text;
using System.Text.Json;
using Okstra.Core.Problems;

namespace Okstra.Core.Findings;

/// <summary>Finds the one JSON object in an agent's text and tells truncated from malformed.</summary>
public static class AnswerExtraction
{
    /// <summary>10 MiB of UTF-8: far above any honest answer, far below what hurts.</summary>
    public const int MaxBytes = 10 * 1024 * 1024;

    /// <summary>Deepest nesting that is read.</summary>
    public const int MaxDepth = 64;

    internal static JsonDocumentOptions Options { get; } = new() { MaxDepth = MaxDepth, AllowDuplicateProperties = false };

    /// <summary>The bytes of a complete, well-formed JSON object, or why there is none.</summary>
    public static bool TryExtract(string agentText, out ReadOnlyMemory<byte> json, [NotNullWhen(false)] out Problem? problem)
    {
        json = default;
        if (agentText.Length > MaxBytes || Encoding.UTF8.GetByteCount(agentText) > MaxBytes)
        {
            problem = AnswerProblems.TooLarge();
            return false;
        }

        var text = agentText.AsSpan().Trim().Trim('\ufeff').Trim();
        if (text.IsEmpty)
        {
            problem = AnswerProblems.Empty();
            return false;
        }

        problem = AnswerProblems.NoJson();
        if (text[0] == '{' && TryObject(text, out json, out problem))
        {
            return true;
        }

        // "{note}: see below" and a fenced answer after it.
        var fence = problem.Code == AnswerProblems.Truncated().Code ? ReadOnlySpan<char>.Empty : LastFence(text);
        return !fence.IsEmpty && TryObject(fence, out json, out problem);
    }

    private static bool TryObject(ReadOnlySpan<char> candidate, out ReadOnlyMemory<byte> json, [NotNullWhen(false)] out Problem? problem)
    {
        var bytes = new byte[Encoding.UTF8.GetByteCount(candidate)];
        Encoding.UTF8.GetBytes(candidate, bytes);
        json = bytes;
        problem = Check(bytes);
        return problem is null;
    }

    private static ReadOnlySpan<char> LastFence(ReadOnlySpan<char> text)
    {
        var last = ReadOnlySpan<char>.Empty;
        var tagged = ReadOnlySpan<char>.Empty;
        var open = -1;
        var ticks = 0;
        var isTagged = false;
        var isJson = false;
        var position = 0;
        while (position <= text.Length)
        {
            var rest = text[position..];
            var length = rest.IndexOf('\n');
            var end = length < 0 ? text.Length : position + length;
            var line = text[position..end].Trim();
            var run = line.Length - line.TrimStart('`').Length;
            if (open < 0 && run >= 3)
            {
                var label = line[run..].Trim();
                (open, ticks) = (Math.Min(end + 1, text.Length), run);
                isTagged = label.Contains("okstra-", StringComparison.OrdinalIgnoreCase);
                isJson = isTagged || label.IsEmpty || label.StartsWith("json", StringComparison.OrdinalIgnoreCase);
            }
            else if (open >= 0 && ((run >= ticks && run == line.Length) || end == text.Length))
            {
                // A fence that is never closed reaches to the end: the answer was cut off, or only its last line is missing.
                var closed = run >= ticks && run == line.Length;
                var body = text[open..(closed ? Math.Max(open, position) : text.Length)].Trim();
                if (isJson && !body.IsEmpty && body[0] == '{')
                {
                    last = body;
                    tagged = isTagged ? body : tagged;
                }

                open = -1;
            }

            position = end + 1;
        }

        return tagged.IsEmpty ? last : tagged;
    }

    // The reader is told that more could come: running out of input is then "truncated" and not an error of syntax.
    private static Problem? Check(ReadOnlySpan<byte> bytes)
    {
        try
        {
            var reader = new Utf8JsonReader(bytes, isFinalBlock: false, new JsonReaderState(new JsonReaderOptions { MaxDepth = MaxDepth }));
            var closed = false;
            while (reader.Read())
            {
                closed = reader.CurrentDepth == 0 && reader.TokenType == JsonTokenType.EndObject;
            }

            return closed ? null : AnswerProblems.Truncated();
        }
        catch (JsonException exception)
        {
            return AnswerProblems.Malformed(exception.Message);
        }
    }
}
