using Okstra.Core.Runs;
using Okstra.Core.Workers;

namespace Okstra.Core.Timing;

/// <summary>A run laid out in time: its span, its dispatches, and when it lay still.</summary>
internal sealed record RunTimeline(Interval Span, IReadOnlyList<TimedDispatch> Dispatches, IReadOnlyList<Interval> Still, RunActivity Activity)
{
    public static RunTimeline Of(RunRecord run, DateTimeOffset now)
    {
        var activity = RunActivities.Of(run);
        var start = TimeText.Parse(run.Manifest.CreatedAt) ?? now;
        var pauses = Pauses(run);
        var lastSign = LastSign(run.Journal.Events, run.Dispatches, now) is { } sign && sign > start ? sign : start;
        var end = activity switch
        {
            RunActivity.Prepared => start,
            RunActivity.InProgress => now,
            RunActivity.Interrupted => lastSign,
            _ => TimeText.Parse(run.Manifest.UpdatedAt) ?? lastSign,
        };
        var span = new Interval(start, end < start ? start : end);
        var taken = run.Journal.Events.FirstOrDefault(entry => entry is JournalEvent.RunStarted or JournalEvent.LeadCall) is { } first && TimeText.Parse(first.At) is { } at ? at : span.From;
        IReadOnlyList<TimedDispatch> dispatches = [.. Dispatched(run, pauses, span.To).Select(dispatch => dispatch with { Time = dispatch.Time.Within(span) })];
        var still = Intervals.Without([new Interval(span.From, taken).Within(span), .. pauses.Select(pause => pause.Within(span))], dispatches.Select(dispatch => dispatch.Time));
        return new RunTimeline(span, dispatches, still, activity);
    }

    /// <summary>From the last sign of life before a process took the run up again until then.</summary>
    private static List<Interval> Pauses(RunRecord run)
    {
        var (events, pauses) = (run.Journal.Events, new List<Interval>());
        for (var index = 0; index < events.Count; index++)
        {
            if (events[index] is not JournalEvent.RunResumed resumed || TimeText.Parse(resumed.At) is not { } at)
            {
                continue;
            }

            // Whoever resumes first writes down what became of the dispatches that were in flight.
            var before = index;
            while (before > 0 && events[before - 1] is JournalEvent.DispatchSuperseded or JournalEvent.DispatchFinished)
            {
                before--;
            }

            if (LastSign(events.Take(before), run.Dispatches.Where(document => TimeText.Parse(document.EndedAt) <= at), at) is { } sign)
            {
                pauses.Add(new Interval(sign, at));
            }
        }

        return pauses;
    }

    private static IEnumerable<TimedDispatch> Dispatched(RunRecord run, List<Interval> pauses, DateTimeOffset end)
    {
        var open = run.Dispatches.ToList();
        var ends = run.Journal.Events.OfType<JournalEvent.DispatchFinished>().GroupBy(entry => entry.DispatchId, StringComparer.Ordinal).ToDictionary(group => group.Key, group => group.Last(), StringComparer.Ordinal);
        var superseded = run.Journal.Events.OfType<JournalEvent.DispatchSuperseded>().Select(entry => entry.DispatchId).ToHashSet(StringComparer.Ordinal);
        // A dispatch is written down twice, before and after its process starts.
        var starts = run.Journal.Events.OfType<JournalEvent.DispatchStarted>().GroupBy(entry => entry.DispatchId, StringComparer.Ordinal).Select(group => group.First()).Reverse();
        foreach (var start in starts)
        {
            if (TimeText.Parse(start.At) is not { } at)
            {
                continue;
            }

            if (superseded.Contains(start.DispatchId))
            {
                var cut = pauses.Where(pause => pause.From >= at).Select(pause => pause.From).DefaultIfEmpty(at).First();
                yield return new TimedDispatch(start.Worker, start.Round, new Interval(at, cut), "superseded");
            }
            else if (open.Find(document => document.Worker == start.Worker && document.Round == start.Round && document.Batch == start.Batch) is { } document)
            {
                open.Remove(document);
                yield return Of(document);
            }
            else if (ends.TryGetValue(start.DispatchId, out var finished) && TimeText.Parse(finished.At) is { } to)
            {
                // Its document was replaced when its prompt changed.
                yield return new TimedDispatch(start.Worker, start.Round, new Interval(at, to), finished.Status);
            }
            else
            {
                yield return new TimedDispatch(start.Worker, start.Round, new Interval(at, end), "in-flight");
            }
        }

        foreach (var document in open)
        {
            yield return Of(document);
        }
    }

    private static TimedDispatch Of(DispatchDocument document) =>
        new(document.Worker, document.Round, new Interval(TimeText.Parse(document.StartedAt) ?? default, TimeText.Parse(document.EndedAt) ?? default), document.Status.Token());

    private static DateTimeOffset? LastSign(IEnumerable<JournalEvent> events, IEnumerable<DispatchDocument> documents, DateTimeOffset latest)
    {
        var signs = events.Select(entry => entry.At).Concat(documents.Select(document => document.EndedAt)).Select(TimeText.Parse).Where(at => at <= latest).ToList();
        return signs.Count == 0 ? null : signs.Max();
    }
}
