using Okstra.Core.Approvals;
using Okstra.Core.Problems;
using Okstra.State.Documents;
using Okstra.State.Writing;

namespace Okstra.State.Approvals;

/// <summary><c>&lt;report&gt;.approvals.jsonl</c> beside a planning report; only ever appended to.</summary>
/// <param name="stem">Path of the report without its ending.</param>
/// <param name="writer">The process's writer.</param>
public sealed class ApprovalsFile(string stem, StateWriter writer)
{
    private readonly JsonLines<ApprovalRecord> _lines = new(stem + ".approvals.jsonl", ApprovalsJson.Default.ApprovalRecord, writer);

    public void Append(ApprovalRecord record) => _lines.Append(record);

    /// <summary>The newest record; null without one. A line torn by a kill never happened.</summary>
    /// <exception cref="UserErrorException">A whole line is unreadable: the record was edited or damaged.</exception>
    public ApprovalRecord? Last()
    {
        var read = _lines.Read();
        if (read.ForeignLines > 0)
        {
            throw new UserErrorException("OKS0794", $"'{_lines.Path}' has {read.ForeignLines} line(s) that are no approvals", "restore the file from a backup; okstra writes it and nobody edits it");
        }

        return read.Values is [.., var last] ? last : null;
    }
}
