using Microsoft.Playwright;
using Okstra.Pages.Tests.Browser;
using Okstra.Pages.Tests.Support;
using Okstra.Testing.Reports;

namespace Okstra.Pages.Tests.Html;

public sealed class LayoutTests(PageBrowser browser)
{
    /// <summary>Elements that stick out of the window to the right without being inside a box that scrolls.</summary>
    private const string Wider = """
        () => {
          const edge = document.documentElement.clientWidth;
          const boxed = (element) => { for (let box = element.parentElement; box; box = box.parentElement) { if (getComputedStyle(box).overflowX !== "visible") { return true; } } return false; };
          const out = [...document.body.querySelectorAll("*")].filter((element) => element.getBoundingClientRect().right > edge + 1 && !boxed(element)).map((element) => `${element.tagName}.${element.className}`);
          return document.documentElement.scrollWidth > edge ? [`page ${document.documentElement.scrollWidth}`, ...out.slice(0, 5)] : out.slice(0, 5);
        }
        """;

    [Theory]
    [MemberData(nameof(ProductPages.Tried), MemberType = typeof(ProductPages))]
    public async Task Page_never_scrolls_sideways_and_neither_complains_nor_asks_for_anything_outside(string name)
    {
        foreach (var look in Look.Opposites)
        {
            await using var tab = await browser.OpenAsync(ProductPages.File(name), look);
            await tab.UnfoldAsync();

            var wider = await tab.Page.EvaluateAsync<string[]>(Wider);

            Assert.Empty(wider);
            Assert.Empty(tab.Complaints);
            Assert.Empty(tab.Requests);
        }
    }

    [Theory]
    [InlineData("error-analysis-en")]
    [InlineData("implementation-planning-ko")]
    public async Task Light_is_light_and_dark_is_dark_and_pictures_of_both_lie_in_artifacts(string name)
    {
        // Of the page's ground, 0 (black) to 1 (white).
        const string Brightness = "() => getComputedStyle(document.body).backgroundColor.match(/[0-9]+/g).slice(0, 3).reduce((sum, part) => sum + Number(part), 0) / 765";
        foreach (var look in Look.All)
        {
            await using var tab = await browser.OpenAsync(ProductPages.File(name), look);
            await tab.Page.ScreenshotAsync(new PageScreenshotOptions { FullPage = true, Path = Path.Combine(Folders.Artifacts, "screens", $"{name}-{look}.png") });

            Assert.InRange(await tab.Page.EvaluateAsync<double>(Brightness), look.Scheme == ColorScheme.Dark ? 0 : 0.85, look.Scheme == ColorScheme.Dark ? 0.2 : 1);
        }
    }

    [Fact]
    public async Task Row_of_a_table_is_a_card_on_a_phone_and_a_row_on_a_desk()
    {
        var page = ProductPages.File(ReportCatalogue.Ordinary[0].Name);
        const string Labels = "() => [...document.querySelectorAll('td')].filter((cell) => getComputedStyle(cell, '::before').content !== 'none').length";

        await using var phone = await browser.OpenAsync(page, Look.All[2]);
        await using var desk = await browser.OpenAsync(page, Look.All[0]);

        Assert.Equal(await phone.Page.Locator("table:not(.pair) td").CountAsync(), await phone.Page.EvaluateAsync<int>(Labels));
        Assert.Equal(0, await desk.Page.EvaluateAsync<int>(Labels));
    }
}
