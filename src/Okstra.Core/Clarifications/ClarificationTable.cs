using Okstra.Core.Reports;
using Okstra.Core.Text;

namespace Okstra.Core.Clarifications;

/// <summary>The rows of sections 5.1 and 5.2 in a Markdown report that somebody may have edited (R-CON-66, R-CON-87). Total: any text has some, or none.</summary>
public static class ClarificationTable
{
    private const int MostRows = 10_000;

    private static readonly ReportTexts[] Languages = [ReportTexts.In(ReportLanguage.Korean), ReportTexts.In(ReportLanguage.English)];

    // | Q1 | DEV-9436 | Which store? | it decides the fix | one of | memory, redis | redis | open |
    public static IReadOnlyList<ClarificationLine> Of(IReadOnlyList<string> lines)
    {
        var rows = new List<ClarificationLine>();
        var inside = false;
        IReadOnlyList<string> header = [];
        for (var index = 0; index < lines.Count && rows.Count < MostRows; index++)
        {
            var line = lines[index].Trim();
            if (line.StartsWith('#'))
            {
                inside = line.TrimStart('#').TrimStart() is var title && (title.StartsWith("5.1", StringComparison.Ordinal) || title.StartsWith("5.2", StringComparison.Ordinal));
                header = [];
            }
            else if (inside && MarkdownRow.Is(line))
            {
                var cells = MarkdownRow.Texts(lines[index]);
                if (cells is ["ID", ..])
                {
                    header = cells;
                }
                else if (cells.Count >= 4 && IsRowId(cells[0]))
                {
                    rows.Add(Row(index, MarkdownRow.Cells(lines[index]), cells, header));
                }
            }
        }

        return rows;
    }

    /// <summary>The same rows as a report carries them in.</summary>
    public static IReadOnlyList<CarryInRow> CarriedIn(string? text) =>
        [.. Of([.. ExactLines.Of(text ?? "").Select(line => line.Text)]).Select(row => new CarryInRow(row.Id, row.Request, row.Answer, row.Status, ""))];

    private static ClarificationLine Row(int line, IReadOnlyList<Range> places, IReadOnlyList<string> cells, IReadOnlyList<string> header)
    {
        var material = cells[0][0] == 'A';
        var request = Column(material ? "column.material" : "column.question", 2);
        var answer = Column(material ? "column.whereToPut" : "column.answer", cells.Count - 2);
        var state = Column("column.status", cells.Count - 1);
        var given = Array.Exists(Languages, texts => string.Equals(cells[answer], texts["say.material.put"], StringComparison.Ordinal)) ? "" : cells[answer];
        var status = cells[state].ToLowerInvariant();
        return new ClarificationLine(line, cells[0], cells[request], given, status is "resolved" or "obsolete" ? status : "open", places[answer], places[state]);

        int Column(string key, int otherwise)
        {
            var index = header.Count == cells.Count ? Array.FindIndex([.. header], cell => Array.Exists(Languages, texts => texts[key] == cell)) : -1;
            return index > 0 ? index : otherwise;
        }
    }

    private static bool IsRowId(string cell) => cell.Length is >= 2 and <= 6 && cell[0] is 'A' or 'Q' && cell.Skip(1).All(char.IsAsciiDigit);
}
