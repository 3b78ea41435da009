using Microsoft.Playwright;
using Okstra.Testing.Node;

[assembly: AssemblyFixture(typeof(Okstra.Pages.Tests.Browser.PageBrowser))]

namespace Okstra.Pages.Tests.Browser;

/// <summary>One headless Chromium for all tests; each page gets a context of its own.</summary>
public sealed class PageBrowser : IAsyncDisposable
{
    private static readonly string[] Programs = ["chromium", "chromium-browser", "google-chrome"];

    private readonly SemaphoreSlim _gate = new(1);
    private IPlaywright? _playwright;
    private IBrowser? _browser;

    /// <summary>A page in that look, loaded; whatever it reports as an error or asks from outside is in the tab.</summary>
    internal async Task<Tab> OpenAsync(string file, Look look, bool scripted = true, string? script = null)
    {
        var browser = await StartedAsync();
        var context = await browser.NewContextAsync(new BrowserNewContextOptions
        {
            ViewportSize = new ViewportSize { Width = look.Width, Height = 900 },
            ColorScheme = look.Scheme,
            ReducedMotion = ReducedMotion.Reduce,
            JavaScriptEnabled = scripted,
            Offline = true,
        });
        if (script is not null)
        {
            await context.AddInitScriptAsync(script);
        }

        return await Tab.OpenAsync(context, new Uri(file));
    }

    public async ValueTask DisposeAsync()
    {
        if (_browser is not null)
        {
            await _browser.DisposeAsync();
        }

        _playwright?.Dispose();
        _gate.Dispose();
    }

    private async Task<IBrowser> StartedAsync()
    {
        var program = Programs.Select(NodeTools.Find).FirstOrDefault(path => path is not null);
        Assert.SkipWhen(program is null, "no chromium on the PATH: the pages were not tried in a browser");
        await _gate.WaitAsync(TestContext.Current.CancellationToken);
        try
        {
            _playwright ??= await Playwright.CreateAsync();
            return _browser ??= await _playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions
            {
                ExecutablePath = program,
                Headless = true,
                ChromiumSandbox = false,
                Args = ["--disable-gpu", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"],
            });
        }
        finally
        {
            _gate.Release();
        }
    }
}
