using System.Text.RegularExpressions;
using System.Xml;
using System.Xml.Linq;
using Okstra.Core.Simulation;

namespace Okstra.Core.Tests.Simulation;

public sealed partial class SimulationPageTests
{
    private static readonly XNamespace None = XNamespace.None;
    private static readonly string Html = Page(new SimulationSettings { Changes = 200, Policies = SimulatedPolicies.All });

    [Fact]
    public void Page_is_well_formed_and_needs_nothing_else()
    {
        var page = Parse(Html);

        Assert.Equal(["head", "body"], page.Root!.Elements().Select(element => element.Name.LocalName));
        Assert.DoesNotContain(page.Descendants(), element => element.Name.LocalName is "script" or "link" or "img" or "iframe" or "use" or "image");
        Assert.DoesNotContain(page.Descendants().Attributes(), attribute => attribute.Name.LocalName is "src" or "href" or "style" || attribute.Name.LocalName.StartsWith("on", StringComparison.Ordinal));
        Assert.DoesNotContain("url(", Html, StringComparison.Ordinal);
        Assert.DoesNotContain("http", Html.Replace("http-equiv", "", StringComparison.Ordinal), StringComparison.Ordinal);
    }

    [Fact]
    public void Its_policy_lets_its_own_style_in_and_nothing_more()
    {
        var page = Parse(Html);
        var style = page.Descendants("style").Single().Value;
        var hash = Convert.ToBase64String(System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(style)));

        var policy = page.Descendants("meta").Single(meta => meta.Attribute("http-equiv")?.Value == "Content-Security-Policy").Attribute("content")!.Value;

        Assert.Equal($"default-src 'none'; style-src 'sha256-{hash}'; base-uri 'none'; form-action 'none'", policy);
        Assert.Contains("prefers-color-scheme: dark", style, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_chart_has_a_title_and_a_description_with_the_figures()
    {
        var charts = Parse(Html).Descendants("svg").ToList();

        Assert.Equal(2 * SimulatedCases.Default.Count, charts.Count);
        foreach (var chart in charts)
        {
            Assert.Equal("img", chart.Attribute("role")!.Value);
            var named = chart.Attribute("aria-labelledby")!.Value.Split(' ').Select(id => chart.Elements().Single(element => element.Attribute("id")?.Value == id)).ToList();
            Assert.Equal(["title", "desc"], named.Select(element => element.Name.LocalName));
            Assert.All(SimulatedPolicies.All, policy => Assert.Contains($"{policy.Name}: ", named[1].Value, StringComparison.Ordinal));
            Assert.All(SimulatedPolicies.All, policy => Assert.Single(chart.Elements("text"), text => text.Value == policy.Name));
        }
    }

    [Fact]
    public void Labels_never_lie_on_one_another_nor_outside_the_picture()
    {
        foreach (var chart in Parse(Html).Descendants("svg"))
        {
            var heights = chart.Elements("text").Where(text => text.Attribute("class")?.Value == "label").Select(text => double.Parse(text.Attribute("y")!.Value, System.Globalization.CultureInfo.InvariantCulture)).Order().ToList();

            Assert.All(heights.Zip(heights.Skip(1)), pair => Assert.True(pair.Second - pair.First >= 11, $"{pair.First} and {pair.Second}"));
            Assert.InRange(heights[0], 8, 330);
            Assert.InRange(heights[^1], 8, 330);
        }
    }

    [Fact]
    public void Every_figure_of_a_chart_stands_in_a_table_too()
    {
        var tables = Parse(Html).Descendants("table").ToList();

        Assert.Equal(SimulatedCases.Default.Count, tables.Count);
        Assert.All(tables, table => Assert.Equal(SimulatedPolicies.All.Count, table.Element("tbody")!.Elements().Count()));
        Assert.Contains(ModelNote.Text, Parse(Html).Root!.Value, StringComparison.Ordinal);
    }

    [Fact]
    public void A_simulation_that_kept_nothing_still_has_a_page() => Parse(Page(new SimulationSettings { Changes = 10, EmptyRate = 1 }));

    private static string Page(SimulationSettings settings) => SimulationPage.Render(settings, Simulator.Run(settings, 1, CancellationToken.None));

    private static XDocument Parse(string html)
    {
        // Void elements are all that keeps the page from being XML.
        using var reader = XmlReader.Create(new StringReader(VoidElement().Replace(html, "$0</meta>")), new XmlReaderSettings { DtdProcessing = DtdProcessing.Ignore });
        var page = XDocument.Load(reader);
        Assert.Equal(None + "html", page.Root!.Name);
        return page;
    }

    [GeneratedRegex("<meta [^>]*>", RegexOptions.NonBacktracking)]
    private static partial Regex VoidElement();
}
