using Okstra.Core.Clarifications;
using Okstra.Core.Reports;
using Okstra.Engine.Preparation;
using Okstra.State.Clarifications;

namespace Okstra.Engine.Clarifications;

/// <summary>Records what a new report asks of the user; what was asked before is not recorded again.</summary>
internal sealed class ClarificationAsking(RunServices services, RunBundle bundle)
{
    public void Record(ReportDocument report)
    {
        IReadOnlyList<(string Id, string Text)> asked = [.. report.Materials.Select(row => (row.Id, row.Request)), .. report.Questions.Select(row => (row.Id, row.Question))];
        if (asked.Count == 0)
        {
            return;
        }

        var file = new ClarificationsFile(bundle.Task.Root, services.Writer);
        var ledger = file.Ledger();
        file.Append([.. asked.Where(row => ledger.Find(row.Text) is null).Select(row => new ClarificationEvent.Asked { At = services.Now(), Run = RunNames.Of(bundle.Layout), Row = row.Id, Text = row.Text })]);
    }
}
