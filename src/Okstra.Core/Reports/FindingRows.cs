using Okstra.Core.Convergence;

namespace Okstra.Core.Reports;

/// <summary>Turns converged findings into report rows in reading order.</summary>
internal static class FindingRows
{
    public static IReadOnlyList<ReportFinding> Compose(ReportInputs inputs) =>
        [.. FindingOrder.Sort(inputs.Convergence.Findings, inputs.TaskType, inputs.InnermostFrames).Select(finding => Of(finding, inputs.TaskKey.Task))];

    /// <summary>The row of one finding: every value as the state has it.</summary>
    /// <param name="converged">From the convergence state.</param>
    /// <param name="taskId">Stands for a missing ticket (R-OPN-15).</param>
    public static ReportFinding Of(ConvergedFinding converged, string taskId)
    {
        var finding = converged.Finding;
        return new ReportFinding
        {
            Id = finding.Id,
            Title = finding.Title,
            Classification = converged.Classification,
            ConfirmedInRound = converged.ConfirmedInRound,
            Kind = finding.Kind,
            TicketIds = finding.TicketIds.Count == 0 ? [taskId] : finding.TicketIds,
            Authors = finding.Authors,
            Sources = finding.Sources,
            Claim = finding.Claim,
            Severity = finding.Severity,
            Confidence = finding.Confidence,
            Recommendation = finding.Recommendation,
            Evidence = finding.Evidence,
            Unsupported = finding.Unsupported,
            SameFamily = converged.SameFamily,
            Supporters = converged.Supporters,
            Dissenters = converged.Dissenters,
            Votes = converged.Votes,
            Statements = finding.Positions,
            Reason = converged.Reason,
            Settlement = converged.Settlement,
        };
    }
}
