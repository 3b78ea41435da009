using Okstra.Core.Convergence;
using Okstra.Core.Findings;
using Okstra.Core.Sources;
using Okstra.Core.Tasks;

namespace Okstra.Core.Tests.Convergence;

public sealed class FindingOrderTests
{
    [Fact]
    public void Confirmed_classes_come_first_then_severity_confidence_and_id()
    {
        ConvergedFinding[] findings =
        [
            Of("F-001", FindingClass.Withdrawn, Severity.Critical, 1),
            Of("F-002", FindingClass.Contested, Severity.Critical, 1),
            Of("F-003", FindingClass.FullConsensus, Severity.Minor, 1),
            Of("F-005", FindingClass.WorkerUnique, Severity.Major, 0.5),
            Of("F-004", FindingClass.PartialConsensus, Severity.Major, 0.5),
            Of("F-006", FindingClass.WorkerUnique, Severity.Major, 0.9),
            Of("F-1000", FindingClass.WorkerUnique, Severity.Major, 0.5),
        ];

        Assert.Equal(
            ["F-006", "F-004", "F-005", "F-1000", "F-003", "F-002", "F-001"],
            FindingOrder.Sort(findings, TaskType.ErrorAnalysis, []).Select(finding => finding.Finding.Id));
    }

    [Theory]
    [InlineData(TaskType.ErrorAnalysis, 50, "F-002")]
    [InlineData(TaskType.ErrorAnalysis, 51, "F-001")]
    [InlineData(TaskType.ImplementationPlanning, 50, "F-001")]
    public void Finding_at_the_innermost_frame_leads_in_error_analysis(TaskType taskType, int frameLine, string first)
    {
        var atFrame = Of("F-002", FindingClass.Contested, Severity.Info, 0.1);
        atFrame = atFrame with { Finding = atFrame.Finding with { Evidence = [Sample.Holding("a", 50)] } };
        ConvergedFinding[] findings = [Of("F-001", FindingClass.FullConsensus, Severity.Critical, 1), atFrame];

        var sorted = FindingOrder.Sort(findings, taskType, [new SourcePlace("src/app.py", frameLine), new SourcePlace("src/app.py", 10)]);

        Assert.Equal(first, sorted[0].Finding.Id);
    }

    private static ConvergedFinding Of(string id, FindingClass classification, Severity severity, double confidence) => new()
    {
        Finding = Sample.Finding(id, "a") with { Severity = severity, Confidence = confidence },
        Classification = classification,
        ConfirmedInRound = null,
        Votes = [],
        Supporters = ["a"],
        Dissenters = [],
        SameFamily = false,
        Reason = "",
    };
}
