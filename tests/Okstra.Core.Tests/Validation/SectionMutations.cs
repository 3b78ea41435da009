using System.Globalization;
using Okstra.Core.Tasks;
using Okstra.Core.Text;
using Okstra.Core.Validation;
using Okstra.Testing.Reports;

namespace Okstra.Core.Tests.Validation;

/// <summary>Each section of each task type in each language: deleted, doubled, moved, its table made a list, each of its columns dropped and renamed, each id doubled and spoiled, each fixed word replaced.</summary>
internal static class SectionMutations
{
    private static readonly string[] Words =
    [
        "status", "newStatus", "kind", "class", "severity", "check", "followUpPhase", "dependencyKind", "phase", "blocking", "origin", "suggested", "priority", "autoSpawn",
    ];

    public static IEnumerable<Mutation> All() =>
        from type in TaskTypes.All
        from language in Enum.GetValues<ReportLanguage>()
        let valid = SampleValidation.Full(type, language)
        from mutation in Of(valid, ReportTexts.In(language))
        select mutation;

    private static IEnumerable<Mutation> Of(ValidationInputs valid, ReportTexts texts)
    {
        var lines = valid.Markdown.Text!.Split('\n');
        var titles = texts.Keys.Where(key => key.StartsWith("heading.", StringComparison.Ordinal)).Select(key => texts[key]).ToHashSet(StringComparer.Ordinal);
        var starts = Enumerable.Range(0, lines.Length).Where(index => lines[index].StartsWith("##", StringComparison.Ordinal) && titles.Contains(lines[index].TrimStart('#').Trim())).ToList();
        Mutation Edit(string rule, string name, Func<IEnumerable<string>> edited) =>
            new(rule, name, valid, inputs => inputs with { Markdown = inputs.Markdown with { Text = string.Join('\n', edited()) } });

        for (var number = 0; number < starts.Count; number++)
        {
            var start = starts[number];
            var end = number + 1 < starts.Count ? starts[number + 1] : lines.Length;
            var title = lines[start].TrimStart('#').Trim();
            yield return Edit("REP-005", $"'{title}' deleted", () => lines.Where((_, index) => index != start));
            yield return Edit("REP-027", $"'{title}' doubled", () => [.. lines[..end], "", .. lines[start..end], .. lines[end..]]);
            if (number + 1 < starts.Count)
            {
                var after = number + 2 < starts.Count ? starts[number + 2] : lines.Length;
                yield return Edit("REP-006", $"'{title}' and the next one change places", () => [.. lines[..start], .. lines[end..after], .. lines[start..end], .. lines[after..]]);
            }

            var table = Array.FindIndex(lines, start, end - start, line => line.StartsWith('|'));
            if (table >= 0)
            {
                var last = Enumerable.Range(table, end - table).TakeWhile(index => lines[index].StartsWith('|')).Last();
                yield return Edit("REP-007", $"'{title}' as a list", () => lines.Where((_, index) => index != table && index != table + 1).Select((line, index) => index >= table && index <= last - 2 ? $"- {string.Join(", ", Cells(line))}" : line));
                foreach (var mutation in Columns(title, table, last, lines, texts, Edit))
                {
                    yield return mutation;
                }
            }
        }
    }

    private static IEnumerable<Mutation> Columns(string title, int table, int last, string[] lines, ReportTexts texts, Func<string, string, Func<IEnumerable<string>>, Mutation> edit)
    {
        var header = Cells(lines[table]);
        for (var column = 0; column < header.Count; column++)
        {
            var place = column;
            string Without(string line) => Row(Cells(line).Where((_, index) => index != place));
            string With(string line, string cell) => Row(Cells(line).Select((old, index) => index == place ? cell : old));
            yield return edit("REP-007", $"'{title}' without the column '{header[place]}'", () => lines.Select((line, index) => index >= table && index <= last ? Without(line) : line));
            yield return edit("REP-007", $"'{title}' with the column '{header[place]}' renamed", () => lines.Select((line, index) => index == table ? With(line, "Renamed") : line));
            var isId = header[place] == texts["column.id"];
            if (isId)
            {
                yield return edit(title == texts["heading.3.1"] ? "REP-011" : "REP-012", $"'{title}' with an id spoiled", () => lines.Select((line, index) => index == last ? With(line, "X_1") : line));
            }

            if (isId && title != texts["heading.3.1"] && title != texts["heading.0"] && last > table + 2)
            {
                yield return edit("REP-012", $"'{title}' with an id twice", () => lines.Select((line, index) => index == last ? With(line, Cells(lines[last - 1])[0]) : line));
            }

            if (Words.Any(key => header[place] == texts[$"column.{key}"]) && !texts["heading.review"].Equals(title, StringComparison.Ordinal))
            {
                yield return edit("REP-028", $"'{title}' with an unknown word under '{header[place]}'", () => lines.Select((line, index) => index == last ? With(line, "looks-good") : line));
            }
        }

        if (title == texts["heading.2"])
        {
            foreach (var row in new[] { "row.direction", "row.nextStep", "row.verdictToken" }.Where(row => Array.FindIndex(lines, table, last - table + 1, line => line.StartsWith($"| {texts[row]} |", StringComparison.Ordinal)) >= 0))
            {
                yield return edit("REP-028", string.Create(CultureInfo.InvariantCulture, $"'{title}' with an unknown word as '{texts[row]}'"), () => lines.Select((line, index) => index > table && index <= last && Cells(line)[0] == texts[row] ? Row([texts[row], "looks-good"]) : line));
            }
        }
    }

    private static List<string> Cells(string line) => [.. MarkdownRow.Cells(line).Select(place => line[place])];

    private static string Row(IEnumerable<string> cells) => $"| {string.Join(" | ", cells)} |";
}
