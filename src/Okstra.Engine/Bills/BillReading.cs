using System.Globalization;
using Okstra.Core.Convergence;
using Okstra.Core.Usage.Bills;
using Okstra.State.Layout;
using Okstra.State.Prices;
using Okstra.State.Runs;

namespace Okstra.Engine.Bills;

/// <summary>Reads what the runs of one or more projects were charged and adds it up.</summary>
public sealed class BillReading(RunServices services)
{
    /// <exception cref="Okstra.Core.Problems.UserErrorException">A document cannot be read, or the user's prices are wrong.</exception>
    public Bill Read(BillRequest request, CancellationToken cancellationToken)
    {
        var prices = PricesFile.Load(services.Home);
        var locator = new RunLocator(services.Documents);
        var charges = new ChargedRun(services);
        var (since, until) = (Day(request.Since), Day(request.Until));
        var lines = new List<BillLine>();
        var accepted = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var run in Tasks(request).SelectMany(task => task.RunManifests().Select(manifest => locator.Open(task, manifest))))
        {
            cancellationToken.ThrowIfCancellationRequested();
            var own = charges.Of(run).Where(line => IsWithin(line.Day, since, until)).ToList();
            lines.AddRange(own);
            if (own is [var line, ..] && Accepted(run.Run) is { } count)
            {
                accepted[line.Run] = count;
            }
        }

        return new BillMaking(lines, prices, accepted, request.WithLogs ? SessionLogs.Read(services, [], cancellationToken) : null).By(request.By);
    }

    private static IEnumerable<TaskLayout> Tasks(BillRequest request) => request.Task is { } task ? [task] : request.Projects.SelectMany(project => project.Tasks());

    private static string? Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    // Days compare as texts; a charge without a readable day belongs to no span.
    private static bool IsWithin(string day, string? since, string? until) => (since is null && until is null)
        || (day != "unknown" && (since is null || string.CompareOrdinal(day, since) >= 0) && (until is null || string.CompareOrdinal(day, until) <= 0));

    private int? Accepted(RunLayout run) => services.Documents.TryRead(run.Convergence, ConvergenceJson.Default.ConvergenceDocument)?.FinalClassificationCounts is { } counts
        ? counts.Where(count => count.Key is "full-consensus" or "partial-consensus" or "worker-unique").Sum(count => count.Value)
        : null;
}
