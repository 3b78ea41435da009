using System.Globalization;
using System.Text.Json;
using Okstra.Core.Text;

namespace Okstra.Core.Findings;

/// <summary>A place in an answer that knows its path: every violation names it.</summary>
internal readonly record struct ContractNode(JsonElement Element, string Path)
{
    /// <summary>Quotes and reasons up to this length are cut, longer ones refused.</summary>
    public const int HardLimit = 64 * 1024;

    public bool IsMissing => Element.ValueKind is JsonValueKind.Undefined or JsonValueKind.Null;

    public ContractNode this[string member]
    {
        get
        {
            if (Element.ValueKind != JsonValueKind.Object)
            {
                throw Violation("must be an object");
            }

            return new ContractNode(Element.TryGetProperty(member, out var value) ? value : default, $"{Path}.{member}");
        }
    }

    /// <summary>Required, not blank, at most <paramref name="maxLength"/> characters; cleaned.</summary>
    public string Text(int maxLength)
    {
        var text = Optional(maxLength);
        return string.IsNullOrWhiteSpace(text) ? throw Violation(IsMissing ? "is required" : "must not be blank") : text;
    }

    /// <summary>Empty when missing or null.</summary>
    public string Optional(int maxLength)
    {
        var text = Cleaned();
        return text.Length <= maxLength ? text : throw Violation($"has {Number(text.Length)} characters; at most {Number(maxLength)}");
    }

    /// <summary>Like <see cref="Optional"/>, but cut with a mark up to <see cref="HardLimit"/>.</summary>
    public string Cut(int maxLength)
    {
        var text = Cleaned();
        return text.Length <= HardLimit
            ? SafeText.Cut(text, maxLength, SafeText.TruncationMark)
            : throw Violation($"has {Number(text.Length)} characters; at most {Number(HardLimit)}");
    }

    public int Integer()
    {
        if (IsMissing)
        {
            throw Violation("is required");
        }

        return Element.ValueKind == JsonValueKind.Number && Element.TryGetInt32(out var value) ? value : throw Violation("must be an integer");
    }

    public double Fraction()
    {
        if (IsMissing)
        {
            throw Violation("is required");
        }

        return Element.ValueKind == JsonValueKind.Number && Element.TryGetDouble(out var value) && value is >= 0 and <= 1
            ? value
            : throw Violation("must be a number from 0 to 1");
    }

    /// <summary>One of the tokens, exactly as written.</summary>
    public T Token<T>(IReadOnlyDictionary<string, T> tokens)
    {
        var text = Text(100);
        return tokens.TryGetValue(text, out var value) ? value : throw Violation($"is '{SafeText.OneLine(text, 40)}'; valid: {string.Join(", ", tokens.Keys)}");
    }

    /// <summary>Empty when missing or null.</summary>
    public IReadOnlyList<T> List<T>(int maxCount, Func<ContractNode, T> read)
    {
        if (IsMissing)
        {
            return [];
        }

        if (Element.ValueKind != JsonValueKind.Array)
        {
            throw Violation("must be an array");
        }

        var count = Element.GetArrayLength();
        if (count > maxCount)
        {
            throw Violation($"has {Number(count)} items; at most {Number(maxCount)}");
        }

        var path = Path;
        return [.. Element.EnumerateArray().Select((item, index) => read(new ContractNode(item, $"{path}[{Number(index)}]")))];
    }

    public ContractException Violation(string rule) => new(AnswerProblems.Violation(Path, rule));

    private string Cleaned()
    {
        if (IsMissing)
        {
            return "";
        }

        if (Element.ValueKind != JsonValueKind.String)
        {
            throw Violation("must be a string");
        }

        try
        {
            return SafeText.Clean(Element.GetString() ?? "");
        }
        catch (InvalidOperationException)
        {
            // An escaped half of a surrogate pair is valid JSON but no text.
            throw Violation("holds an invalid Unicode escape");
        }
    }

    private static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);
}
