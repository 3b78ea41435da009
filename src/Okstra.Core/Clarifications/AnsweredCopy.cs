using Okstra.Core.Reports;
using Okstra.Core.Text;

namespace Okstra.Core.Clarifications;

/// <summary>A report with the answers written into the cells meant for them; nothing else is touched.</summary>
public static class AnsweredCopy
{
    /// <param name="markdown">The report, or an earlier copy.</param>
    /// <param name="ledger">What was answered.</param>
    public static string Fill(string markdown, ClarificationLedger ledger)
    {
        var lines = ExactLines.Of(markdown);
        foreach (var row in ClarificationTable.Of([.. lines.Select(line => line.Text)]))
        {
            if (ledger.Find(row.Request) is { IsSettled: true } entry)
            {
                lines[row.Line] = lines[row.Line] with { Text = Filled(lines[row.Line].Text, row, entry) };
            }
        }

        return ExactLines.Join(lines);
    }

    /// <summary>The answer as it reads once it stood in a cell.</summary>
    public static string Shown(string answer) => MarkdownRow.Plain(MarkdownText.Cell(answer)).Trim();

    private static string Filled(string line, ClarificationLine row, ClarificationEntry entry)
    {
        var answer = entry.Answer is { } given && !string.Equals(Shown(given.Answer), row.Answer.Trim(), StringComparison.Ordinal) ? MarkdownText.Cell(given.Answer) : null;
        var edits = new List<(Range Place, string Text)> { (row.StatusCell, entry.Status) };
        if (answer is not null)
        {
            edits.Add((row.AnswerCell, answer));
        }

        // From the end, so that earlier places stay where they are. An empty cell has no room of its own.
        foreach (var (place, text) in edits.OrderByDescending(edit => edit.Place.Start.Value))
        {
            var (start, end) = (place.Start.Value, place.End.Value);
            var before = start == end && line[start - 1] == '|' ? " " : "";
            var after = start == end && (end >= line.Length || line[end] == '|') ? " " : "";
            line = $"{line[..start]}{before}{text}{after}{line[end..]}";
        }

        return line;
    }
}
