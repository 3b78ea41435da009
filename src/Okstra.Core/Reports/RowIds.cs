using System.Globalization;
using System.Text.RegularExpressions;

namespace Okstra.Core.Reports;

/// <summary>Ids of report rows: a prefix and three digits, except <c>A1</c> and <c>Q1</c> (R-REP-07).</summary>
public static partial class RowIds
{
    public static string Numbered(string prefix, int number) => string.Create(CultureInfo.InvariantCulture, $"{prefix}-{number:000}");

    /// <summary>Shape only: <c>P-001</c>, <c>F-012</c>, <c>A1</c>, <c>Q3</c>, …</summary>
    public static bool IsRowId(string text) => Shape().IsMatch(text);

    /// <summary>A section number such as <c>1.1</c> or <c>4.5.3</c>.</summary>
    public static bool IsSection(string text) => Section().IsMatch(text);

    [GeneratedRegex("^(?:(?:P|F|M|B|DM|V|RB|RR|OQ|FU)-[0-9]{3,}|[AQ][1-9][0-9]*)$", RegexOptions.NonBacktracking | RegexOptions.CultureInvariant)]
    private static partial Regex Shape();

    [GeneratedRegex(@"^[0-7](?:\.[0-9]{1,2}){0,2}$", RegexOptions.NonBacktracking | RegexOptions.CultureInvariant)]
    private static partial Regex Section();
}
