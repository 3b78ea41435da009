using Okstra.Core.Runs;
using Okstra.State.Documents;
using Okstra.State.Writing;

namespace Okstra.State.Runs;

/// <summary>The append-only, flushed journal of one run; the run's lock keeps it to one process, threads may share it.</summary>
public sealed class Journal(string path, StateWriter writer)
{
    private readonly JsonLines<JournalEvent> _lines = new(path, RunsJson.Default.JournalEvent, writer);

    /// <summary>On disk when this returns.</summary>
    public void Append(JournalEvent entry) => _lines.Append(entry);

    public JournalView Read()
    {
        var read = _lines.Read();
        return new JournalView(read.Values, read.UnreadableLines);
    }
}
