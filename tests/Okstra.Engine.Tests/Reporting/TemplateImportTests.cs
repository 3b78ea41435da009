using System.Text.RegularExpressions;
using Okstra.Assets;
using Okstra.Core.Reports.Importing;
using Okstra.Core.Tasks;

namespace Okstra.Engine.Tests.Reporting;

public sealed partial class TemplateImportTests
{
    public static TheoryData<TaskType> Types { get; } = [.. TaskTypes.All];

    [Theory]
    [MemberData(nameof(Types))]
    public void Template_has_every_section_table_and_column_that_the_import_reads(TaskType type)
    {
        var key = TaskKey.TryParse("shop:g:t-1", null, out var parsed, out _) ? parsed : default;
        var text = Placeholder().Replace(
            AssetCatalog.Text("templates/reports/final-report.template.md")
                .Replace("{{TASK_TYPE}}", type.Token(), StringComparison.Ordinal)
                .Replace("{{TASK_KEY}}", "shop:g:t-1", StringComparison.Ordinal)
                .Replace("{{RUN_SEQ}}", "001", StringComparison.Ordinal)
                .Replace("{{APPROVAL_BLOCK}}", type == TaskType.ImplementationPlanning ? AssetCatalog.Text("templates/fragments/approval-block.md") : "", StringComparison.Ordinal)
                .Replace("{{PLANNING_SECTION}}", type == TaskType.ImplementationPlanning ? AssetCatalog.Text("templates/fragments/planning-section.md") : "", StringComparison.Ordinal)
                .Replace("{{PHASE_SECTION}}", AssetCatalog.TryText($"templates/fragments/{type.Token()}-section.md") ?? "", StringComparison.Ordinal)
                .Replace("{{VERDICT_TOKEN_ROW}}", type == TaskType.FinalVerification ? "| Verdict Token | accepted |\n" : "", StringComparison.Ordinal)
                .Replace("{{FM_APPROVED}}", "", StringComparison.Ordinal),
            "");

        var problems = ReportImporter.Import(text, new ImportDefaults { Identity = new ReportIdentity(key, type, "001") }, null).Problems;

        // What is left to the writer are values, not structure.
        Assert.All(problems, problem => Assert.True(problem.Code is "OKS0853" or "OKS0856", $"{problem.Line}: {problem.Code} {problem.Message}"));
    }

    [GeneratedRegex(@"\{\{[A-Z_]+\}\}")]
    private static partial Regex Placeholder();
}
