namespace Okstra.Core.Runs;

/// <summary>What a journal says, folded.</summary>
/// <param name="Events">Every readable line, in order.</param>
/// <param name="UnreadableLines">Torn or foreign lines that were passed over.</param>
public sealed record JournalView(IReadOnlyList<JournalEvent> Events, int UnreadableLines)
{
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
