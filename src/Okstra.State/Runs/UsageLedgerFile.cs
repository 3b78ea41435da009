using Okstra.Core.Usage.Ledger;
using Okstra.State.Documents;
using Okstra.State.Writing;

namespace Okstra.State.Runs;

/// <summary>The append-only, flushed usage ledger of one run.</summary>
public sealed class UsageLedgerFile(string path, StateWriter writer)
{
    private readonly JsonLines<LedgerEntry> _lines = new(path, LedgerJson.Default.LedgerEntry, writer);

    public string Path => path;

    /// <summary>On disk when this returns.</summary>
    public void Append(LedgerEntry entry) => _lines.Append(entry);

    public LedgerView Read() => LedgerView.Of(_lines.Read().Values);
}
