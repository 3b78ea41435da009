using System.Globalization;
using Okstra.Core.Markdown;

namespace Okstra.Core.Reports.Importing;

/// <summary>A row of a report's table, its cells by the key of their column.</summary>
internal sealed class ReportRow(MarkdownTableRow row, IReadOnlyList<string?> columns, ImportProblems problems)
{
    private readonly MarkdownCell _empty = new("", row.Line, row.Cells is [var first, ..] ? first.Column : 1);

    public MarkdownTableRow Source => row;

    public MarkdownCell Cell(string key)
    {
        for (var index = 0; index < columns.Count && index < row.Cells.Count; index++)
        {
            if (columns[index] == key)
            {
                return row.Cells[index];
            }
        }

        return _empty;
    }

    public string Text(string key) => Cell(key).Text;

    /// <summary>Machine text without its code marks.</summary>
    public string Code(string key) => Cell(key).Code;

    /// <summary>Items of a list with one separator; nothing for an empty cell.</summary>
    public IReadOnlyList<string> Items(string key, char separator)
    {
        var text = Text(key);
        return text.Length == 0 ? [] : [.. text.Split(separator, separator == ',' ? StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries : StringSplitOptions.None)];
    }

    /// <summary>One of the tokens, whatever its marks and case; the text itself, and a problem, when it is none.</summary>
    public string Token(string key, IReadOnlyCollection<string> allowed) => Token(Cell(key), Cell(key).Text, key, allowed);

    public string Token(MarkdownCell cell, string text, string key, IReadOnlyCollection<string> allowed)
    {
        var bare = text.Trim().Trim('`', '*', '_').Trim();
        if (allowed.FirstOrDefault(token => string.Equals(token, bare, StringComparison.OrdinalIgnoreCase)) is { } known)
        {
            return known;
        }

        problems.Add("OKS0853", cell, $"'{bare}' is no valid {Wording.Languages[1][$"column.{key}"]}", $"use one of: {string.Join(", ", allowed)}");
        return bare;
    }

    /// <summary>A whole number; null for an empty cell, and for one that is none.</summary>
    public int? Number(string key)
    {
        var text = Text(key).Trim().Trim('`', '*').Replace(",", "", StringComparison.Ordinal);
        if (text.Length == 0)
        {
            return null;
        }

        if (int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number))
        {
            return number;
        }

        problems.Add("OKS0854", Cell(key), $"'{text}' is not a whole number", $"write a number into the column {Wording.Languages[1][$"column.{key}"]}, or nothing");
        return null;
    }
}
