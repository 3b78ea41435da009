using Okstra.Core.Approvals;
using Okstra.Core.Problems;
using Okstra.Core.Reports;
using Okstra.Core.Stages;
using Okstra.Core.Text;
using Okstra.State.Approvals;
using Okstra.State.Documents;
using Okstra.State.Files;

namespace Okstra.Engine.Approvals;

/// <summary>Ties an approval to the words that were approved: whoever edits the plan afterwards opens the gate again.</summary>
internal sealed class PlanBinding(RunServices services, string stem)
{
    private const int NamedParts = 8;

    public string Report => stem + ".md";

    private ApprovalsFile File => new(stem, services.Writer);

    /// <summary>What the report says about its approval; what agents wrote into it does not count.</summary>
    public ApprovalReading Reading(string markdown) =>
        PlanApproval.Read(markdown, ReportText.TryRead(TextFiles.TryRead(stem + ".data.json"), out var report, out _, out _) ? MarkdownReport.Render(report) : null);

    /// <summary>Refuses a plan that is not the approved one; an approval nobody recorded is recorded now.</summary>
    /// <exception cref="UserErrorException">Edited since it was approved.</exception>
    public void Hold(string markdown)
    {
        var now = Record("bound", markdown);
        if (File.Last() is not { } approved)
        {
            File.Append(now);
        }
        else if (approved.PlanSha256 != now.PlanSha256)
        {
            var changed = approved.ChangedIn(now);
            var names = string.Join(", ", changed.Take(NamedParts).Select(name => $"'{name}'")) + (changed.Count > NamedParts ? $" and {changed.Count - NamedParts} more" : "");
            throw new UserErrorException("OKS0790", $"the plan '{Report}' was edited after its approval of {approved.At}: {names}", $"read it again, then approve what it says now with: okstra approve {ShellWord.Quote(Report)}");
        }
    }

    /// <summary>Records what is being approved; before the report says so, for a record alone approves nothing.</summary>
    public ApprovalRecord Approve(string markdown)
    {
        var record = Record("approved", markdown);
        File.Append(record);
        return record;
    }

    private ApprovalRecord Record(string what, string markdown)
    {
        using var data = services.Documents.Read(stem + ".data.json", ApprovalsJson.Default.JsonDocument);
        var parts = PlanContent.Of(markdown, data.RootElement).ToDictionary(part => part.Name, part => ContentHash.OfText(part.Text), StringComparer.Ordinal);
        return new ApprovalRecord
        {
            Event = what,
            At = services.Now(),
            PlanSha256 = ContentHash.OfText(string.Join('\n', parts.Select(part => $"{part.Value} {part.Key}"))),
            Parts = parts,
        };
    }
}
