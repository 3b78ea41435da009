using Okstra.Core.Findings;
using Okstra.Core.Sources;
using Okstra.Core.Tasks;

namespace Okstra.Core.Convergence;

/// <summary>The one order of findings: confirmed classes, severity, confidence, id; in error analysis the innermost frame's finding leads.</summary>
public static class FindingOrder
{
    public static IReadOnlyList<ConvergedFinding> Sort(IReadOnlyList<ConvergedFinding> findings, TaskType taskType, IReadOnlyList<SourcePlace> frames) =>
    [
        .. findings
            .OrderBy(finding => finding.Classification != FindingClass.Withdrawn && LeadsByFrame(finding.Finding.Evidence, taskType, frames) ? 0 : 1)
            .ThenBy(finding => ClassRank(finding.Classification))
            .ThenBy(finding => finding.Finding.Severity)
            .ThenByDescending(finding => finding.Finding.Confidence)
            .ThenBy(finding => finding.Finding.Id.Length)
            .ThenBy(finding => finding.Finding.Id, StringComparer.Ordinal),
    ];

    /// <summary>A citation that carries contains the innermost frame of the brief that lies in the repository.</summary>
    /// <param name="evidence">Of one finding.</param>
    /// <param name="taskType">Frames lead in error analysis only.</param>
    /// <param name="frames">Innermost first.</param>
    public static bool LeadsByFrame(IReadOnlyList<Evidence> evidence, TaskType taskType, IReadOnlyList<SourcePlace> frames) =>
        taskType == TaskType.ErrorAnalysis && frames.Count > 0 && evidence.Any(citation => citation.Carries
            && string.Equals(citation.Path, frames[0].Path, StringComparison.Ordinal)
            && citation.StartLine <= frames[0].Line
            && frames[0].Line <= citation.EndLine);

    private static int ClassRank(FindingClass classification) => classification switch
    {
        FindingClass.Contested => 1,
        FindingClass.Withdrawn => 2,
        _ => 0,
    };
}
