using Okstra.Pages.Tests.Support;
using Okstra.Testing;
using Okstra.Testing.Node;

namespace Okstra.Pages.Tests.Html;

public sealed class ValidMarkupTests
{
    [Fact]
    public async Task Every_page_is_valid_html()
    {
        var modules = await Judges.ModulesAsync();
        string[] files = [.. ProductPages.Tried.Select(row => ProductPages.File(row.Data))];
        string[] arguments = [Path.Combine(modules, "html-validate", "bin", "html-validate.mjs"), "--config", Path.Combine(Folders.Project, "html-validate.json"), "--formatter", "text", .. files];

        var answer = await Child.RunAsync(NodeTools.Find("node")!, arguments, Folders.Project, environment: null, TimeSpan.FromMinutes(10));

        Assert.Equal("", answer.Output);
        Assert.Equal((0, ""), (answer.ExitCode, answer.Error));
    }

    [Fact]
    public async Task The_validator_is_awake()
    {
        var modules = await Judges.ModulesAsync();
        using var folder = new TempFolder();
        var file = folder.Write("bad.html", "<!DOCTYPE html>\n<html><head><title>x</title></head><body><ul><div>y</div></ul></body></html>\n");
        string[] arguments = [Path.Combine(modules, "html-validate", "bin", "html-validate.mjs"), "--config", Path.Combine(Folders.Project, "html-validate.json"), "--formatter", "text", file];

        var answer = await Child.RunAsync(NodeTools.Find("node")!, arguments, Folders.Project, environment: null, TimeSpan.FromMinutes(10));

        Assert.Contains("element-permitted-content", answer.Output, StringComparison.Ordinal);
        Assert.Equal(1, answer.ExitCode);
    }
}
