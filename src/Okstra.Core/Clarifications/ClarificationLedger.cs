using Okstra.Core.Reports;

namespace Okstra.Core.Clarifications;

/// <summary>What the events of a task amount to: one entry for each question, found by its words.</summary>
/// <param name="entries">In the order in which the questions came up.</param>
public sealed class ClarificationLedger(IReadOnlyList<KeyValuePair<string, ClarificationEntry>> entries)
{
    private readonly Dictionary<string, ClarificationEntry> _byKey = new(entries, StringComparer.Ordinal);

    public IEnumerable<ClarificationEntry> Entries => entries.Select(pair => pair.Value);

    public static ClarificationLedger Fold(IEnumerable<ClarificationEvent> events)
    {
        var entries = new OrderedDictionary<string, ClarificationEntry>(StringComparer.Ordinal);
        foreach (var entry in events)
        {
            var key = QuestionKey.Of(entry.Text);
            var known = entries.TryGetValue(key, out var found) ? found : new ClarificationEntry { Row = entry.Row, Run = entry.Run, Text = entry.Text, Answers = [], Ended = null };
            entries[key] = entry switch
            {
                ClarificationEvent.Answered answered => known with { Answers = [.. known.Answers, answered], Ended = null },
                ClarificationEvent.Obsolete obsolete => known with { Ended = obsolete },
                _ => known,
            };
        }

        return new ClarificationLedger([.. entries]);
    }

    public ClarificationEntry? Find(string text) => _byKey.GetValueOrDefault(QuestionKey.Of(text));

    /// <summary>Section 0 of the next run: the rows of the response with what became of them, then what was settled in other runs.</summary>
    public IReadOnlyList<CarryInRow> CarriedIn(IReadOnlyList<CarryInRow> response)
    {
        var shown = response.Select(row => QuestionKey.Of(row.Request)).ToHashSet(StringComparer.Ordinal);
        return
        [
            .. response.Select(row => Find(row.Request) is { IsSettled: true } entry ? entry.CarriedInAs(row.Id) with { Request = row.Request } : row with { Status = "open" }),
            .. entries.Where(pair => pair.Value.IsSettled && !shown.Contains(pair.Key)).Select(pair => pair.Value.CarriedInAs(pair.Value.Row)),
        ];
    }
}
