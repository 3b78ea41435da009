using Okstra.Core.Clarifications;
using Okstra.Core.Reports;
using Okstra.State.Clarifications;
using Okstra.State.Inputs;
using Okstra.State.Layout;

namespace Okstra.Engine.Clarifications;

/// <summary>What a new run is told of earlier questions: the rows of the answered report, and everything the user ever answered for this task. The caller holds the task's mutex.</summary>
internal sealed class ClarificationCarrying(RunServices services, TaskLayout task)
{
    private readonly ClarificationsFile _file = new(task.Root, services.Writer);

    /// <summary>Answers that stand only in the response are recorded first, so that later phases have them too.</summary>
    public IReadOnlyList<CarryInRow> Carry(InputText? response)
    {
        var rows = ClarificationTable.CarriedIn(response?.Text);
        if (response is not null)
        {
            Record(RunNames.OfReport(response.Path), rows);
        }

        return _file.Ledger().CarriedIn(rows);
    }

    /// <summary>Appends what the ledger does not have yet.</summary>
    public void Record(string run, IReadOnlyList<CarryInRow> rows)
    {
        var ledger = _file.Ledger();
        _file.Append([.. rows.Select(row => News(run, row, ledger.Find(row.Request))).OfType<ClarificationEvent>()]);
    }

    private ClarificationEvent? News(string run, CarryInRow row, ClarificationEntry? known)
    {
        if (row.Status == "obsolete")
        {
            return known?.Ended is not null ? null : new ClarificationEvent.Obsolete("marked by the user") { At = services.Now(), Run = run, Row = row.Id, Text = row.Request };
        }

        var answer = row.Answer.Length > 0 ? row.Answer : row.Status == "resolved" && known?.Answer is null ? "resolved" : "";
        return answer.Length == 0 || (known?.Answer is { } last && string.Equals(AnsweredCopy.Shown(last.Answer), answer.Trim(), StringComparison.Ordinal))
            ? null
            : new ClarificationEvent.Answered(answer, "") { At = services.Now(), Run = run, Row = row.Id, Text = row.Request };
    }
}
