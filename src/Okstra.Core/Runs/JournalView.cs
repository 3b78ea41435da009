namespace Okstra.Core.Runs;

/// <summary>What a journal says, folded.</summary>
/// <param name="Events">Every readable line, in order.</param>
/// <param name="UnreadableLines">Torn or foreign lines that were passed over.</param>
public sealed record JournalView(IReadOnlyList<JournalEvent> Events, int UnreadableLines)
{
    /// <summary>A session lead is who took the run up last, so nobody holding it is no interruption.</summary>
    public bool IsLedBySession => Events.LastOrDefault(entry => entry is JournalEvent.RunStarted or JournalEvent.RunResumed or JournalEvent.LeadCall) is JournalEvent.LeadCall;

    /// <summary>Dispatches that were started and neither finished nor superseded.</summary>
    public IReadOnlyList<JournalEvent.DispatchStarted> InFlight()
    {
        var open = new Dictionary<string, JournalEvent.DispatchStarted>(StringComparer.Ordinal);
        foreach (var entry in Events)
        {
            switch (entry)
            {
                case JournalEvent.DispatchStarted started:
                    open[started.DispatchId] = started;
                    break;
                case JournalEvent.DispatchFinished finished:
                    open.Remove(finished.DispatchId);
                    break;
                case JournalEvent.DispatchSuperseded superseded:
                    open.Remove(superseded.DispatchId);
                    break;
                default:
                    break;
            }
        }

        return [.. open.Values];
    }
}
