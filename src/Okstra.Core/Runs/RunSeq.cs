using System.Globalization;
using System.Text.Json.Serialization;

namespace Okstra.Core.Runs;

/// <summary>A zero-padded counter of three digits or more, from <c>001</c> (R-CON-17, R-OPN-10).</summary>
[JsonConverter(typeof(RunSeqConverter))]
public readonly record struct RunSeq : IComparable<RunSeq>
{
    private const int MaxDigits = 9;

    private RunSeq(int number) => Number = number;

    /// <summary><c>001</c>.</summary>
    public static RunSeq First { get; } = new(1);

    /// <summary>1 or more.</summary>
    public int Number { get; }

    public RunSeq Next => new(Number + 1);

    /// <summary>Accepts digits, padded or not, of a number from 1.</summary>
    public static bool TryParse(ReadOnlySpan<char> text, out RunSeq seq)
    {
        var valid = text.Length <= MaxDigits && int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0;
        seq = valid ? new RunSeq(int.Parse(text, NumberStyles.None, CultureInfo.InvariantCulture)) : default;
        return valid;
    }

    public static bool operator <(RunSeq left, RunSeq right) => left.Number < right.Number;

    public static bool operator <=(RunSeq left, RunSeq right) => left.Number <= right.Number;

    public static bool operator >(RunSeq left, RunSeq right) => left.Number > right.Number;

    public static bool operator >=(RunSeq left, RunSeq right) => left.Number >= right.Number;

    public int CompareTo(RunSeq other) => Number.CompareTo(other.Number);

    public override string ToString() => Number.ToString("D3", CultureInfo.InvariantCulture);
}
