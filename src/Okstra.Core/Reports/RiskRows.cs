using Okstra.Core.Convergence;

namespace Okstra.Core.Reports;

/// <summary>Section 4: what is missing and what stays risky, read off the state, then what the report writer adds.</summary>
internal static class RiskRows
{
    public static IReadOnlyList<RiskRow> Compose(ReportMaterial material, IReadOnlyList<string> narrative)
    {
        var rows = new List<RiskRow>();
        var (inputs, texts) = (material.Inputs, material.Texts);
        void Add(string kind, string item, string impact) => rows.Add(new RiskRow(RowIds.Numbered("M", rows.Count + 1), material.TicketIds, kind, item, impact));
        void AddFindings(string key, IEnumerable<ReportFinding> findings)
        {
            var ids = string.Join(", ", findings.Select(finding => finding.Id));
            if (ids.Length > 0)
            {
                Add("risk", texts.Format(key, ids), texts[$"{key}.impact"]);
            }
        }

        foreach (var row in WorkerRows.Execution(material).Zip(inputs.Roster).Where(pair => pair.Second.IsAnalyst && pair.First.Status != Workers.WorkerStatus.Completed))
        {
            Add("missing", texts.Format("say.risk.worker", row.First.Role, Tokens.Of(row.First.Status), row.First.Reason ?? ""), texts["say.risk.worker.impact"]);
        }

        foreach (var skipped in inputs.Convergence.SkippedWorkers)
        {
            Add("missing", texts.Format("say.risk.skipped", skipped.Worker, skipped.Round, Tokens.Of(skipped.Status), skipped.Reason), texts["say.risk.skipped.impact"]);
        }

        foreach (var (worker, by) in inputs.Dispatches.Where(dispatch => dispatch.Rerouted is not null).GroupBy(dispatch => (dispatch.Worker, dispatch.Driver)).Select(group => (group.Key, group.First())).OrderBy(pair => pair.Key.Worker, StringComparer.Ordinal))
        {
            Add("risk", texts.Format("say.risk.rerouted", worker.Worker, worker.Driver, by.Rerouted!.Reason), texts["say.risk.rerouted.impact"]);
        }

        if (inputs.Project.UncommittedFiles > 0)
        {
            Add("missing", texts.Format("say.risk.dirty", inputs.Project.UncommittedFiles), texts["say.risk.dirty.impact"]);
        }

        if (inputs.Convergence.ReducedConfidence)
        {
            Add("risk", texts.Format("say.risk.reduced", material.Voters.Count), texts[material.Voters.Count > 1 ? "say.risk.reduced.some.impact" : "say.risk.reduced.impact"]);
        }

        AddFindings("say.risk.unsupported", material.Findings.Where(finding => finding.Unsupported && finding.Classification != FindingClass.Withdrawn));
        AddFindings("say.risk.contested", material.Findings.Where(finding => finding.Classification == FindingClass.Contested));
        AddFindings("say.risk.family", material.Confirmed.Where(finding => finding.SameFamily));
        foreach (var risk in narrative)
        {
            Add("risk", risk, texts["say.risk.narrative.impact"]);
        }

        return rows;
    }
}
