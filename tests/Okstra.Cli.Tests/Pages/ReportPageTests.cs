using System.Net;
using System.Text.Json;
using Okstra.Core.Reports;
using Okstra.Core.Tasks;
using Okstra.Core.Text;
using Okstra.Testing;
using Okstra.Testing.Reports;

namespace Okstra.Cli.Tests.Pages;

public sealed class ReportPageTests
{
    [Theory]
    [InlineData(TaskType.ErrorAnalysis, ReportLanguage.English)]
    [InlineData(TaskType.ImplementationPlanning, ReportLanguage.Korean)]
    public async Task Report_page_works_in_a_browser_on_wide_and_narrow_screens(TaskType type, ReportLanguage language)
    {
        Assert.SkipWhen(Chromium.Path is null, "no chromium on PATH: the report page was not tried in a browser");
        using var folder = new TempFolder();
        folder.Write("report.html", HtmlReport.Render(ReportComposer.Compose(SampleRun.Inputs(type, language))));
        var harness = await File.ReadAllTextAsync(HarnessPath, TestContext.Current.CancellationToken);

        var document = await Chromium.DumpAsync(folder, folder.Write("harness.html", harness), TestContext.Current.CancellationToken);

        var start = document.IndexOf("<pre id=\"result\">", StringComparison.Ordinal);
        Assert.True(start >= 0, document);
        var text = WebUtility.HtmlDecode(document[(start + 17)..document.IndexOf("</pre>", start, StringComparison.Ordinal)]);
        using var result = JsonDocument.Parse(text);
        foreach (var screen in result.RootElement.EnumerateObject())
        {
            Assert.Equal("[]", screen.Value.GetProperty("errors").GetRawText());
            Assert.Equal("[]", screen.Value.GetProperty("requests").GetRawText());
            Assert.Equal("[]", screen.Value.GetProperty("lowContrast").GetRawText());
            Assert.True(screen.Value.GetProperty("opens").GetBoolean(), $"{screen.Name}: a closed evidence list opens on click");
            Assert.True(screen.Value.GetProperty("filters").GetBoolean(), $"{screen.Name}: the filter hides other classes");
            Assert.True(screen.Value.GetProperty("headingsInOrder").GetBoolean(), $"{screen.Name}: headings skip no level");
            Assert.Equal(0, screen.Value.GetProperty("overflow").GetInt32());
        }

        Assert.Equal(["1280-light", "1280-dark", "390-light", "390-dark"], result.RootElement.EnumerateObject().Select(screen => screen.Name));
    }

    private static string HarnessPath => Path.Join(
        typeof(ReportPageTests).Assembly.GetCustomAttributes(inherit: false).OfType<System.Reflection.AssemblyMetadataAttribute>().First(attribute => attribute.Key == "ProjectDirectory").Value!,
        "Pages",
        "harness.html");
}
