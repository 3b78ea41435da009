using Okstra.Core.Convergence;
using Okstra.Core.Tasks;

namespace Okstra.Core.Reports;

/// <summary>Direction, basis and routing as the state implies them, without anybody's opinion.</summary>
internal static class VerdictComposer
{
    private const int BasisRows = 5;

    /// <summary>Confirmed findings that something carries; a worker alone or an unsupported claim is not enough to move on.</summary>
    public static bool HasSolidGround(ReportMaterial material) => material.Confirmed.Any(finding => finding.Evidence.Any(evidence => evidence.Carries) || finding.Votes.Any(vote => vote.Citations.Any(citation => citation.Carries)));

    public static string Direction(ReportMaterial material) => (material.Inputs.TaskType, HasSolidGround(material)) switch
    {
        _ when material.Voters.Count == 0 => DirectionTokens.Hold,
        (TaskType.ImplementationPlanning, true) => DirectionTokens.Approve,
        (TaskType.ImplementationPlanning, false) => DirectionTokens.Hold,
        (TaskType.ErrorAnalysis, true) => DirectionTokens.BeginImplementation,
        _ => DirectionTokens.ContinueInvestigation,
    };

    /// <summary>The next phase of the routing matrix; the same phase again when there is no solid ground (R-CON-31).</summary>
    public static string Routing(ReportMaterial material, int openRequests)
    {
        var blocked = !HasSolidGround(material) && (openRequests > 0 || material.Findings.All(finding => finding.Classification is FindingClass.Contested or FindingClass.Withdrawn));
        var asked = material.Inputs.TaskType == TaskType.RequirementsDiscovery && !blocked
            ? (material.Inputs.InnermostFrames.Count > 0 ? TaskType.ErrorAnalysis : TaskType.ImplementationPlanning).Token()
            : null;
        return Tasks.Routing.Recommend(material.Inputs.TaskType, blocked, asked);
    }

    public static IReadOnlyList<string> Basis(ReportMaterial material)
    {
        var confirmed = material.Confirmed.Select(finding => finding.Id).Take(BasisRows).ToList();
        var ids = confirmed.Count > 0 ? confirmed : [.. material.Findings.Select(finding => finding.Id).Take(BasisRows)];
        return [.. ids, confirmed.Count > 0 ? "1.1" : "1.2", "3.1"];
    }
}
