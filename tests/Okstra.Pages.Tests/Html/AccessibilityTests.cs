using System.Text.Json;
using Okstra.Pages.Tests.Browser;
using Okstra.Pages.Tests.Support;

namespace Okstra.Pages.Tests.Html;

public sealed class AccessibilityTests(PageBrowser browser)
{
    private const string Judge = """
        async () => {
          const found = await axe.run({ resultTypes: ["violations"] });
          const shown = (node) => `${node.target.join(" ")}: ${node.failureSummary.split("\n").slice(1, 2).join("").trim()}`;
          return JSON.stringify(found.violations.map((rule) => `${rule.impact} ${rule.id} ${rule.nodes.slice(0, 3).map(shown).join(" · ")}`));
        }
        """;

    [Theory]
    [MemberData(nameof(ProductPages.Ordinary), MemberType = typeof(ProductPages))]
    public async Task Axe_finds_no_violation_on_desk_and_phone_in_light_and_dark(string name) => await JudgeAsync(name, Look.All);

    [Theory]
    [MemberData(nameof(ProductPages.Strained), MemberType = typeof(ProductPages))]
    public async Task Axe_finds_no_violation_in_pages_with_too_little_or_too_much_in_them(string name) => await JudgeAsync(name, Look.Opposites);

    private async Task JudgeAsync(string name, IReadOnlyList<Look> looks)
    {
        var modules = await Judges.ModulesAsync();
        var axe = await File.ReadAllTextAsync(Path.Combine(modules, "axe-core", "axe.min.js"), TestContext.Current.CancellationToken);

        var violations = await Task.WhenAll(looks.Select(look => SeeAsync(name, look, axe)));

        Assert.Equal([], violations.SelectMany(found => found));
    }

    private async Task<IReadOnlyList<string>> SeeAsync(string name, Look look, string axe)
    {
        await using var tab = await browser.OpenAsync(ProductPages.File(name), look, script: axe);
        await tab.UnfoldAsync();
        using var found = JsonDocument.Parse(await tab.Page.EvaluateAsync<string>(Judge));
        return [.. found.RootElement.EnumerateArray().Select(violation => $"{look}: {violation.GetString()}")];
    }
}
