using Okstra.Core.Tasks;

namespace Okstra.Core.Reports.Importing;

/// <summary>Keys of the headings a report of a task type may have.</summary>
internal static class ReportHeadings
{
    private static readonly string[] Common =
    [
        "heading.0", "heading.summary", "heading.coverage", "heading.execution", "heading.tokens", "heading.1", "heading.1.1", "heading.1.2", "heading.1.3",
        "heading.2", "heading.3", "heading.3.1", "heading.3.2", "heading.4", "heading.5", "heading.5.1", "heading.5.2", "heading.6", "heading.7",
    ];

    public static IReadOnlyList<string> For(TaskType type) =>
    [
        .. Common,
        .. type switch
        {
            TaskType.ImplementationPlanning => ["heading.approval", .. ReportColumns.Texts("heading.4.5"), "heading.stages", "heading.proposals", "heading.review"],
            TaskType.Implementation => ReportColumns.Texts("heading.impl"),
            TaskType.FinalVerification => ["heading.conditions", "heading.blockers", "heading.residual", .. ReportColumns.Texts("heading.ver")],
            TaskType.ReleaseHandoff => ReportColumns.Texts("heading.4.6"),
            _ => Array.Empty<string>(),
        },
    ];
}
