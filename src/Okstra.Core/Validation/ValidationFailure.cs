using System.Globalization;
using System.Text.Json.Serialization;

namespace Okstra.Core.Validation;

/// <summary>A rule that does not hold, and where.</summary>
public sealed record ValidationFailure
{
    public required string Rule { get; init; }

    public required string Message { get; init; }

    public required string Hint { get; init; }

    /// <summary>Relative to the run directory.</summary>
    public required string File { get; init; }

    /// <summary>JSON pointer inside a data document.</summary>
    public string? Pointer { get; init; }

    /// <summary>1-based line of a text file.</summary>
    public int? Line { get; init; }

    /// <summary>1-based column of that line, in UTF-16 units.</summary>
    public int? Column { get; init; }

    /// <summary><c>file:line:column</c>, <c>file#/pointer</c> or the file alone.</summary>
    [JsonIgnore]
    public string Place => Line is { } line
        ? string.Create(CultureInfo.InvariantCulture, $"{File}:{line}:{Column ?? 1}")
        : string.IsNullOrEmpty(Pointer) ? File : $"{File}#{Pointer}";
}
