using Microsoft.Playwright;

namespace Okstra.Pages.Tests.Browser;

/// <summary>A loaded page and what it complained about.</summary>
internal sealed class Tab : IAsyncDisposable
{
    private readonly IBrowserContext _context;

    private Tab(IBrowserContext context, IPage page) => (_context, Page) = (context, page);

    public IPage Page { get; }

    /// <summary>Errors of the script, messages of the console, refusals of the page's own policy.</summary>
    public List<string> Complaints { get; } = [];

    /// <summary>Addresses asked for, the page's own left out.</summary>
    public List<string> Requests { get; } = [];

    public static async Task<Tab> OpenAsync(IBrowserContext context, Uri address)
    {
        var tab = new Tab(context, await context.NewPageAsync());
        tab.Page.Console += (_, message) => tab.Complaints.Add(message.Text);
        tab.Page.PageError += (_, error) => tab.Complaints.Add(error);
        tab.Page.Request += (_, request) =>
        {
            if (request.Url != address.AbsoluteUri && !request.Url.StartsWith("data:", StringComparison.Ordinal))
            {
                tab.Requests.Add(request.Url);
            }
        };
        await tab.Page.GotoAsync(address.AbsoluteUri);
        return tab;
    }

    /// <summary>Opens everything that folds.</summary>
    public Task UnfoldAsync() => Page.EvaluateAsync("() => document.querySelectorAll('details').forEach((fold) => { fold.open = true; })");

    public async ValueTask DisposeAsync() => await _context.DisposeAsync();
}
