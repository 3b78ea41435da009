using System.Globalization;
using Okstra.Testing;

namespace Okstra.Benchmarks;

/// <summary>
/// Published okstra and the fastest other reader of the same logs, in turn on the same corpus. okstra begins each round with nothing kept, and every number of its
/// answer is compared with the truth in the round that is timed; then it answers again with nothing changed.
/// </summary>
internal static class UsageBenchmark
{
    private const double Budget = 0.6;
    private const int MemoryBudget = 150;
    private const int AgainBudget = 100;

    public static int Run(string[] args)
    {
        var (corpus, rounds) = (args[0], args.Length > 1 ? int.Parse(args[1], CultureInfo.InvariantCulture) : 7);
        var (okstra, again, other) = (new Figures("okstra"), new Figures("okstra, nothing changed"), new Figures("ccusage 20.0.24"));
        var (okstraMemory, otherMemory, compared) = (0L, 0L, 0);
        for (var round = -1; round < rounds; round++)
        {
            // Round -1 brings the corpus into the page cache.
            using var kept = new TempFolder();
            var first = PublishedOkstra.Run(corpus, kept.Path);
            if (UsageTruth.Differences(corpus, first.Output, out compared) is [var difference, ..])
            {
                Console.Error.WriteLine($"okstra is wrong: {difference}");
                return 1;
            }

            var second = PublishedOkstra.Run(corpus, kept.Path);
            if (second.Output != first.Output)
            {
                Console.Error.WriteLine("okstra says something else the second time");
                return 1;
            }

            var theirs = MeasuredRun.Of(Other(), ["session", "--json", "--offline"], PublishedOkstra.Home(corpus));
            if (round >= 0)
            {
                okstra.Add(first.Elapsed);
                again.Add(second.Elapsed);
                other.Add(theirs.Elapsed);
                (okstraMemory, otherMemory) = (Math.Max(okstraMemory, first.Kilobytes), Math.Max(otherMemory, theirs.Kilobytes));
            }
        }

        Console.WriteLine($"{corpus}: {rounds} rounds in turn, {compared} numbers equal to the truth in each");
        Console.WriteLine(okstra);
        Console.WriteLine(other);
        Console.WriteLine(again);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"ratio of medians {okstra.Median / other.Median:F2} (budget {Budget:F2})"));
        Console.WriteLine($"memory okstra {okstraMemory / 1024} MB (budget {MemoryBudget}), ccusage {otherMemory / 1024} MB; nothing changed: {again.Median:F0} ms (budget {AgainBudget})");
        return 0;
    }

    private static string Other()
    {
        var program = BuiltProgram.Source("bench/usage/node_modules/@ccusage/ccusage-linux-x64/bin/ccusage");
        if (!File.Exists(program))
        {
            throw new FileNotFoundException($"'{program}' is missing: npm install --no-save --prefix bench/usage");
        }

        if (!OperatingSystem.IsWindows())
        {
            // The package is unpacked without the permission; its launcher gives it on the first start.
            File.SetUnixFileMode(program, UnixFileMode.UserRead | UnixFileMode.UserExecute);
        }

        return program;
    }
}
