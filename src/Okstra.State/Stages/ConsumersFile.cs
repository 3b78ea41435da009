using Okstra.Core.Problems;
using Okstra.Core.Stages;
using Okstra.State.Documents;
using Okstra.State.Writing;

namespace Okstra.State.Stages;

/// <summary><c>consumers.jsonl</c> of one plan-run root; whoever reads and then appends holds the task's mutex.</summary>
/// <param name="planRunRoot">Absolute.</param>
/// <param name="writer">The process's writer.</param>
public sealed class ConsumersFile(string planRunRoot, StateWriter writer)
{
    private readonly JsonLines<ConsumerEvent> _lines = new(System.IO.Path.Combine(planRunRoot, "consumers.jsonl"), StagesJson.Default.ConsumerEvent, writer);

    public string Path => _lines.Path;

    public void Append(ConsumerEvent entry) => _lines.Append(entry);

    /// <summary>Every event in order; a line torn by a kill never happened.</summary>
    /// <exception cref="UserErrorException">A whole line is unreadable: the record was edited or damaged.</exception>
    public IReadOnlyList<ConsumerEvent> Read()
    {
        var read = _lines.Read();
        return read.ForeignLines == 0
            ? read.Values
            : throw new UserErrorException("OKS0210", $"'{_lines.Path}' has {read.ForeignLines} line(s) that are no stage events", "restore the file from a backup; okstra writes it and nobody edits it");
    }

    /// <summary>The fold of all events.</summary>
    public IReadOnlyDictionary<int, StageRecord> Stages() => StageLedger.Fold(Read());
}
