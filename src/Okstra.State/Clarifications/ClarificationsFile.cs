using Okstra.Core.Clarifications;
using Okstra.Core.Problems;
using Okstra.State.Documents;
using Okstra.State.Writing;

namespace Okstra.State.Clarifications;

/// <summary><c>clarifications.jsonl</c> of a task; only ever appended to. Whoever reads and then appends holds the task's mutex.</summary>
/// <param name="taskRoot">Absolute.</param>
/// <param name="writer">The process's writer.</param>
public sealed class ClarificationsFile(string taskRoot, StateWriter writer)
{
    private readonly JsonLines<ClarificationEvent> _lines = new(System.IO.Path.Combine(taskRoot, "clarifications.jsonl"), ClarificationsJson.Default.ClarificationEvent, writer);

    public string Path => _lines.Path;

    public void Append(IReadOnlyList<ClarificationEvent> entries) => _lines.Append(entries);

    /// <summary>Every event in order; a line torn by a kill never happened.</summary>
    /// <exception cref="UserErrorException">A whole line is unreadable: the record was edited or damaged.</exception>
    public IReadOnlyList<ClarificationEvent> Read()
    {
        var read = _lines.Read();
        return read.ForeignLines == 0
            ? read.Values
            : throw new UserErrorException("OKS0800", $"'{_lines.Path}' has {read.ForeignLines} line(s) that are no clarifications", "restore the file from a backup; okstra writes it and nobody edits it");
    }

    public ClarificationLedger Ledger() => ClarificationLedger.Fold(Read());
}
