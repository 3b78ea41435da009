using Okstra.Core.Reports;
using Okstra.Core.Simulation;
using Okstra.Core.Usage;
using Okstra.Core.Usage.Attribution;
using Okstra.Core.Usage.Bills;
using Okstra.Core.Usage.Prices;
using Okstra.Testing.Reports;

namespace Okstra.Pages.Tests.Support;

/// <summary>Every kind of page okstra writes, as files that a browser can open.</summary>
internal static class ProductPages
{
    private static readonly SimulationSettings Simulated = new() { Changes = 200, Policies = SimulatedPolicies.All };

    private static readonly Lazy<string> Written = new(() =>
    {
        var folder = Directory.CreateDirectory(Path.Combine(Folders.Artifacts, "html")).FullName;
        foreach (var page in All!)
        {
            System.IO.File.WriteAllText(Path.Combine(folder, $"{page.Name}.html"), page.Html);
        }

        return folder;
    });

    public static IReadOnlyList<ProductPage> All { get; } =
    [
        .. ReportCatalogue.All.Select(entry => new ProductPage(entry.Name, HtmlReport.Render(entry.Report))),
        new("simulation", SimulationPage.Render(Simulated, Simulator.Run(Simulated, threads: 1, CancellationToken.None))),
        new("usage", BillPage.Render(Bill("day", ["opus", "gpt-5.5", "auto"]), "project /srv/shop, from 2026-11-01")),
        new("usage-hostile", BillPage.Render(Bill("model", ["<script>alert(1)</script>", new string('w', 300), "\u202eevil", "가격 없는 모델"]), "task <b>g</b>/t-1")),
    ];

    /// <summary>A report of every type and language, the simulation and the bill.</summary>
    public static TheoryData<string> Ordinary => [.. ReportCatalogue.Ordinary.Select(entry => entry.Name), "simulation", "usage"];

    /// <summary>Empty, overfull and hostile ones, each kind once: what is hostile doesn't depend on the type.</summary>
    public static TheoryData<string> Strained => ["reduced-en", "reduced-ko", "empty-implementation-planning", "empty-release-handoff", "heavy-en", "hostile-final-verification", "long-words-en", "long-words-ko", "korean-words-ko", "usage-hostile"];

    /// <summary>Both.</summary>
    public static TheoryData<string> Tried => [.. Ordinary.Concat(Strained).Select(row => row.Data)];

    private static Bill Bill(string by, IReadOnlyList<string> models)
    {
        IReadOnlyList<BillLine> lines = [.. Enumerable.Range(0, 24).Select(number => new BillLine
        {
            TaskKey = $"shop:g:t-{number % 3}",
            TaskType = "error-analysis",
            Seq = "001",
            Worker = "claude",
            Driver = "claude",
            Model = models[number % models.Count],
            At = $"2026-11-{1 + (number % 12):00}T10:00:00Z",
            Sessions = [$"s-{number}"],
            Usage = number % 7 == 6 ? null : new TokenUsage { Input = 40_000 + (number * 1000), Output = 1200 * number, CacheRead = 900_000, CacheWrite = 70 },
            Source = "ledger",
        })];
        return new BillMaking(lines, PriceTable.Shipped, new Dictionary<string, int>(StringComparer.Ordinal) { [lines[0].Run] = 4 }, new SessionIndex([])).By(BillGrouping.All.Single(grouping => grouping.Name == by));
    }

    /// <summary>Path of the page's file, written on first use.</summary>
    public static string File(string name) => Path.Combine(Written.Value, $"{name}.html");
}
