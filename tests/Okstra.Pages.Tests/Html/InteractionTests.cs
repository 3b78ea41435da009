using Microsoft.Playwright;
using Okstra.Pages.Tests.Browser;
using Okstra.Pages.Tests.Support;
using Okstra.Testing.Reports;

namespace Okstra.Pages.Tests.Html;

public sealed class InteractionTests(PageBrowser browser)
{
    private static readonly Look Desk = Look.All[0];

    // What can take the focus right now; a closed fold hides what is in it.
    private const string Reachable = """
        () => [...document.querySelectorAll("a[href], button, summary, [tabindex='0']")].filter((element) => element.checkVisibility({ contentVisibilityAuto: true, visibilityProperty: true })).length
        """;

    private const string Focused = """
        () => {
          const element = document.activeElement;
          const style = getComputedStyle(element);
          if (element === document.body) { return "end"; }
          element.dataset.seen = "yes";
          return style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2 && element.getBoundingClientRect().width > 1 ? "" : `${element.outerHTML.slice(0, 90)} has no visible focus`;
        }
        """;

    public static TheoryData<string> Folding => ["error-analysis-en", "implementation-planning-ko", "release-handoff-en", "simulation"];

    [Theory]
    [MemberData(nameof(Folding))]
    public async Task Everything_that_acts_is_reached_by_the_tab_key_and_shows_that_it_has_the_focus(string name)
    {
        await using var tab = await browser.OpenAsync(ProductPages.File(name), Desk);
        await tab.UnfoldAsync();
        var reachable = await tab.Page.EvaluateAsync<int>(Reachable);
        var problems = new List<string>();
        for (var step = 0; step <= reachable; step++)
        {
            await tab.Page.Keyboard.PressAsync("Tab");
            var told = await tab.Page.EvaluateAsync<string>(Focused);
            if (told == "end")
            {
                break;
            }

            problems.AddRange(told.Length == 0 ? [] : [told]);
        }

        Assert.Equal([], problems);
        Assert.InRange(reachable, 3, 1000);
        Assert.Equal(reachable, await tab.Page.Locator("[data-seen]").CountAsync());
    }

    [Fact]
    public async Task Findings_are_filtered_folded_and_found_by_their_links()
    {
        await using var tab = await browser.OpenAsync(ProductPages.File("heavy-en"), Desk);
        var page = tab.Page;

        Assert.True(await page.Locator(".finding:not([open])").CountAsync() > 0, "many findings are not all open");
        await page.Locator("#expand").ClickAsync();
        Assert.Equal(0, await page.Locator(".card details:not([open])").CountAsync());
        await page.Locator("#expand").ClickAsync();
        Assert.Equal(0, await page.Locator(".card details[open]").CountAsync());

        await page.Locator(".filters button[data-class='contested']").ClickAsync();
        Assert.Equal(0, await page.Locator(".card:not([hidden]):not([data-class='contested'])").CountAsync());
        Assert.True(await page.Locator(".card:not([hidden])").CountAsync() > 0, "the filter keeps its own class");

        var hidden = await page.Locator(".card[hidden]").First.GetAttributeAsync("id");
        await page.Locator($"main table a[href='#{hidden}']").First.ClickAsync();
        await Assertions.Expect(page.Locator($"#{hidden}")).ToBeVisibleAsync();
        Assert.True(await page.Locator($"#{hidden} > details").EvaluateAsync<bool>("fold => fold.open"), "a finding that is linked to opens");
        await Assertions.Expect(page.Locator($"#{hidden} h3")).ToBeInViewportAsync();
    }

    [Fact]
    public async Task Theme_is_changed_by_a_button_whatever_the_system_prefers()
    {
        await using var tab = await browser.OpenAsync(ProductPages.File("error-analysis-en"), Desk);
        var light = await tab.Page.EvaluateAsync<string>("() => getComputedStyle(document.body).backgroundColor");

        await tab.Page.Locator("#theme").ClickAsync();
        Assert.Equal(light, await tab.Page.EvaluateAsync<string>("() => getComputedStyle(document.body).backgroundColor"));
        await tab.Page.Locator("#theme").ClickAsync();
        Assert.NotEqual(light, await tab.Page.EvaluateAsync<string>("() => getComputedStyle(document.body).backgroundColor"));
    }

    [Theory]
    [MemberData(nameof(ProductPages.Ordinary), MemberType = typeof(ProductPages))]
    public async Task Without_script_everything_is_there_and_no_dead_button_is_shown(string name)
    {
        await using var scripted = await browser.OpenAsync(ProductPages.File(name), Desk);
        await using var tab = await browser.OpenAsync(ProductPages.File(name), Desk, scripted: false);

        Assert.Equal(await scripted.Page.Locator("main").TextContentAsync(), await tab.Page.Locator("main").TextContentAsync());
        await Assertions.Expect(tab.Page.Locator("button:visible")).ToHaveCountAsync(0);
        if (await tab.Page.Locator(".finding").CountAsync() > 0)
        {
            var fold = tab.Page.Locator(".finding details").Last;
            await fold.Locator("summary").ClickAsync();
            await Assertions.Expect(fold).ToHaveAttributeAsync("open", "");
        }
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Print_shows_what_is_folded_and_leaves_out_what_only_acts(bool scripted)
    {
        await using var tab = await browser.OpenAsync(ProductPages.File("implementation-planning-en"), new Look(1280, ColorScheme.Dark), scripted);
        await tab.Page.EmulateMediaAsync(new PageEmulateMediaOptions { Media = Media.Print, ColorScheme = ColorScheme.Dark });

        await Assertions.Expect(tab.Page.Locator("button:visible, .toc:visible, .skip:visible")).ToHaveCountAsync(0);
        var quote = tab.Page.Locator("details:not([open]) pre").Last;
        Assert.True((await quote.BoundingBoxAsync())?.Height > 10, "a folded quotation is printed");
        Assert.Equal("rgb(255, 255, 255)", await tab.Page.EvaluateAsync<string>("() => getComputedStyle(document.body).backgroundColor"));
        var pdf = await tab.Page.PdfAsync(new PagePdfOptions { Format = "A4", Path = Path.Combine(Folders.Artifacts, "screens", $"print-{scripted}.pdf") });
        Assert.NotEmpty(pdf);
    }

    [Fact]
    public void Catalogue_has_every_report_the_tests_name() =>
        Assert.Subset(ProductPages.All.Select(page => page.Name).ToHashSet(StringComparer.Ordinal), Folding.Concat(ProductPages.Strained).Select(row => row.Data).Concat(ReportCatalogue.Ordinary.Select(entry => entry.Name)).ToHashSet(StringComparer.Ordinal));
}
