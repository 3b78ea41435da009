using Okstra.Core.Reports;
using Okstra.Core.Simulation;
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
    ];

    /// <summary>A report of every type and language, and the simulation.</summary>
    public static TheoryData<string> Ordinary => [.. ReportCatalogue.Ordinary.Select(entry => entry.Name), "simulation"];

    /// <summary>Empty, overfull and hostile ones, each kind once: what is hostile doesn't depend on the type.</summary>
    public static TheoryData<string> Strained => ["reduced-en", "reduced-ko", "empty-implementation-planning", "empty-release-handoff", "heavy-en", "hostile-final-verification", "long-words-en", "long-words-ko", "korean-words-ko"];

    /// <summary>Both.</summary>
    public static TheoryData<string> Tried => [.. Ordinary.Concat(Strained).Select(row => row.Data)];

    /// <summary>Path of the page's file, written on first use.</summary>
    public static string File(string name) => Path.Combine(Written.Value, $"{name}.html");
}
