using Okstra.Core.Reports;

namespace Okstra.Engine.Preparation;

/// <summary>Reads the clarification rows of an answered report (R-CON-66, R-CON-87).</summary>
public static class ClarificationRows
{
    private const int MostRows = 200;

    /// <summary>Rows of sections 5.1 and 5.2 whose first cell is <c>A1</c>, <c>Q1</c>, …; empty without a text.</summary>
    // | Q1 | DEV-9436 | Which store? | it decides the fix | one of | memory, redis | redis | open |
    public static IReadOnlyList<CarryInRow> Rows(string? text)
    {
        var rows = new List<CarryInRow>();
        var inside = false;
        IReadOnlyList<string> header = [];
        foreach (var line in (text ?? "").Split('\n').Select(line => line.Trim()))
        {
            if (line.StartsWith('#'))
            {
                inside = line.TrimStart('#').TrimStart() is var title && (title.StartsWith("5.1", StringComparison.Ordinal) || title.StartsWith("5.2", StringComparison.Ordinal));
                header = [];
            }
            else if (inside && line.StartsWith('|') && rows.Count < MostRows)
            {
                var cells = Cells(line);
                if (cells[0] == "ID")
                {
                    header = cells;
                }
                else if (IsRowId(cells[0]))
                {
                    rows.Add(Row(cells, header));
                }
            }
        }

        return rows;
    }

    private static CarryInRow Row(IReadOnlyList<string> cells, IReadOnlyList<string> header)
    {
        var status = At("Status", cells.Count - 1).ToLowerInvariant();
        return new CarryInRow(cells[0], At(cells[0][0] == 'A' ? "요청 자료" : "질문", 2), At(cells[0][0] == 'A' ? "둘 위치" : "답변", cells.Count - 2), status is "resolved" or "obsolete" ? status : "open", "");

        string At(string column, int otherwise)
        {
            var index = header.Count == cells.Count ? header.ToList().IndexOf(column) : -1;
            index = index < 0 ? otherwise : index;
            return index > 0 && index < cells.Count ? cells[index] : "";
        }
    }

    private static IReadOnlyList<string> Cells(string line)
    {
        var cells = new List<string>();
        var cell = new System.Text.StringBuilder();
        foreach (var (index, character) in line.TrimEnd().TrimEnd('|').Index().Skip(1))
        {
            if (character == '|' && line[index - 1] != '\\')
            {
                cells.Add(cell.ToString().Trim());
                cell.Clear();
            }
            else
            {
                cell.Append(character);
            }
        }

        cells.Add(cell.ToString().Trim());
        return cells;
    }

    private static bool IsRowId(string cell) => cell.Length is >= 2 and <= 5 && cell[0] is 'A' or 'Q' && cell.Skip(1).All(char.IsAsciiDigit);
}
