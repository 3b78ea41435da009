namespace Okstra.Cli.Tests.Spending;

/// <summary>Kills the engine at every durable write of a run under a budget: no charge is lost, none is made twice.</summary>
public sealed class KilledChargeTests
{
    [Fact]
    public async Task A_kill_at_any_write_loses_no_charge_and_charges_nothing_twice()
    {
        using var undisturbed = new PaidProject();
        var trace = Path.Combine(undisturbed.Root, "..", "writes.txt");
        undisturbed.Okstra.Environment["OKSTRA_TEST_FAULT"] = $"trace:{trace}";
        Assert.Equal(0, (await undisturbed.RunAsync("t-1", "--budget", "1m")).ExitCode);
        var writes = (await File.ReadAllLinesAsync(trace, TestContext.Current.CancellationToken)).ToList();
        var first = writes.FindIndex(line => line.Contains("usage-error-analysis", StringComparison.Ordinal));
        Assert.InRange(first, 1, writes.Count);

        // From before the first reservation to after the last charge; each third point, another third with each run of two neighbours.
        var points = Enumerable.Range(first + 1, writes.Count - first).Where(n => Near(writes, n)).Select(n => $"kill:{n}:before");
        await Parallel.ForEachAsync(points, new ParallelOptions { MaxDegreeOfParallelism = 2 }, async (point, _) => await KillAndResumeAsync(point));
    }

    // The write before which it is killed, or the one after which it is, touches the ledger.
    private static bool Near(List<string> writes, int number) => new[] { number - 2, number - 1 }.Any(index => index >= 0 && index < writes.Count && writes[index].Contains("usage-error-analysis", StringComparison.Ordinal));

    private static async Task KillAndResumeAsync(string point)
    {
        using var project = new PaidProject();
        project.Okstra.Environment["OKSTRA_TEST_FAULT"] = point;
        var killed = await project.RunAsync("t-1", "--budget", "1m");
        Assert.True(killed.ExitCode == 137, $"{point}: {killed.ExitCode} {killed.Error}");
        project.Okstra.Environment.Remove("OKSTRA_TEST_FAULT");
        var before = project.Charges("t-1");

        var resumed = await project.Okstra.RunAsync("resume", "g/t-1");

        Assert.True(resumed.ExitCode == 0, $"{point}: {resumed.Output}{resumed.Error}");
        var charges = project.Charges("t-1");
        Assert.Equal(before.Select(Id), charges.Take(before.Count).Select(Id));
        Assert.True(charges.Select(Id).Distinct().Count() == charges.Count, $"{point}: a dispatch was charged twice");

        // Whatever has a document was charged once; a charge without one is of an attempt that was repeated, and was paid for.
        var documents = Directory.GetFiles(Path.Combine(project.RunDirectory("t-1"), "worker-results"), "*.json").Count(file => !file.Contains("-errors-", StringComparison.Ordinal));
        var paid = charges.Where(charge => charge.GetProperty("source").GetString() == "reported").ToList();
        Assert.InRange(paid.Count, documents, documents + 1);
        Assert.Equal(paid.Count * PaidProject.Each, PaidProject.Tokens(charges));
        Assert.Equal(paid.Count - documents, paid.Count - paid.Select(Place).Distinct().Count());
        Assert.All(project.Ledger("t-1").Where(line => line.GetProperty("kind").GetString() == "reserved"), line => Assert.Contains(Id(line), charges.Select(Id)));
    }

    private static string Id(System.Text.Json.JsonElement line) => line.GetProperty("dispatchId").GetString()!;

    private static string Place(System.Text.Json.JsonElement charge) => $"{charge.GetProperty("worker")}/{charge.GetProperty("round")}/{charge.GetProperty("batch")}";
}
