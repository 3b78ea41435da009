using Okstra.Core.Convergence;
using Okstra.Core.Text;
using Okstra.Core.Workers;

namespace Okstra.Core.Reports;

/// <summary>What the parts of the composer share: the inputs and the values derived from them once.</summary>
internal sealed record ReportMaterial
{
    public required ReportInputs Inputs { get; init; }

    public required ReportTexts Texts { get; init; }

    /// <summary>In reading order.</summary>
    public required IReadOnlyList<ReportFinding> Findings { get; init; }

    /// <summary>The brief's tickets, or the task id (R-OPN-15).</summary>
    public required IReadOnlyList<string> TicketIds { get; init; }

    /// <summary>Usable analysis workers, auditors that only vote excepted.</summary>
    public required IReadOnlyList<Voter> Voters { get; init; }

    public required ReportMode Mode { get; init; }

    public IEnumerable<ReportFinding> Confirmed => Findings.Where(finding => finding.Classification is FindingClass.FullConsensus or FindingClass.PartialConsensus);

    /// <summary>The initial analysis of every analyst, in roster order.</summary>
    public IEnumerable<DispatchDocument> Analyses => Inputs.Roster
        .Where(entry => entry.IsAnalyst)
        .Select(entry => Inputs.Dispatches.LastOrDefault(dispatch => dispatch.Round == 0 && string.Equals(dispatch.Worker, entry.Worker, StringComparison.Ordinal)))
        .OfType<DispatchDocument>();
}
