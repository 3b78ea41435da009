using System.Globalization;

namespace Okstra.Core.Text;

/// <summary>Comma-separated values (RFC 4180) that no spreadsheet takes for a formula.</summary>
public static class CsvText
{
    private const string LineEnd = "\r\n";

    /// <summary>One line for each record, ended by CR LF.</summary>
    public static string Render(IEnumerable<IReadOnlyList<string>> records) => string.Concat(records.Select(record => string.Join(',', record.Select(Quoted)) + LineEnd));

    /// <summary>Text of strangers as a field: cleaned, and an apostrophe before what a spreadsheet would calculate.</summary>
    public static string Field(string text)
    {
        var clean = SafeText.OneLine(text, 2000);
        return clean.Length > 0 && clean[0] is '=' or '+' or '-' or '@' or '\t' or '\r' ? $"'{clean}" : clean;
    }

    /// <summary>An own number as a field; empty when there is none.</summary>
    public static string Field(long? number) => number?.ToString(CultureInfo.InvariantCulture) ?? "";

    public static string Field(decimal? number) => number?.ToString("0.########", CultureInfo.InvariantCulture) ?? "";

    private static string Quoted(string field) => field.AsSpan().IndexOfAny(",\"\r\n ") < 0 ? field : $"\"{field.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
}
