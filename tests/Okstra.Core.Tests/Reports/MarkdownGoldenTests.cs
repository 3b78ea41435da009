using Okstra.Core.Reports;
using Okstra.Core.Tasks;
using Okstra.Core.Text;
using Okstra.Testing;
using Okstra.Testing.Reports;

namespace Okstra.Core.Tests.Reports;

public sealed class MarkdownGoldenTests
{
    [Theory]
    [InlineData(TaskType.ErrorAnalysis, ReportLanguage.English)]
    [InlineData(TaskType.ErrorAnalysis, ReportLanguage.Korean)]
    [InlineData(TaskType.ImplementationPlanning, ReportLanguage.Korean)]
    [InlineData(TaskType.RequirementsDiscovery, ReportLanguage.English)]
    public void Markdown_of_the_sample_run_is_the_committed_one(TaskType type, ReportLanguage language)
    {
        var report = ReportComposer.Compose(SampleRun.Inputs(type, language));

        Golden.Verify(typeof(MarkdownGoldenTests).Assembly, $"Reports/Golden/{type.Token()}.{language.Token()}.md", MarkdownReport.Render(report));
    }

    [Theory]
    [InlineData(ReportLanguage.English)]
    [InlineData(ReportLanguage.Korean)]
    public void Markdown_of_a_run_with_one_usable_worker_is_the_committed_one(ReportLanguage language)
    {
        var report = ReportComposer.Compose(SampleRun.Reduced(language));

        Golden.Verify(typeof(MarkdownGoldenTests).Assembly, $"Reports/Golden/reduced.{language.Token()}.md", MarkdownReport.Render(report));
    }
}
