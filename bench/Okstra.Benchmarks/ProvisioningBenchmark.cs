using System.Diagnostics;
using System.Globalization;
using Okstra.Core.Runs;
using Okstra.Core.Tasks;
using Okstra.Core.Worktrees;
using Okstra.Engine;
using Okstra.Engine.Worktrees;
using Okstra.Testing;

namespace Okstra.Benchmarks;

/// <summary>A whole provisioning against a plain <c>git worktree add -b</c> on the same repository, in turn; budget: 1.15 times.</summary>
internal static class ProvisioningBenchmark
{
    private const double Budget = 1.15;

    public static async Task<int> RunAsync(string[] args)
    {
        var files = args.Length > 0 ? int.Parse(args[0], CultureInfo.InvariantCulture) : 5000;
        var rounds = args.Length > 1 ? int.Parse(args[1], CultureInfo.InvariantCulture) : 11;
        using var temp = new TempFolder();
        var repository = TestRepository.Create(temp.At("repository"), [.. Enumerable.Range(0, files).Select(number => ($"src/{number % 100:000}/file-{number:00000}.txt", Content(number)))]);
        var services = Services(temp.CreateFolder("home"), repository.Folder);
        var (plain, own) = (new Figures("git worktree add -b"), new Figures("okstra provisioning"));
        for (var round = -1; round < rounds; round++)
        {
            // Round -1 warms caches and the JIT.
            var first = Plain(repository, temp.At($"plain-{round + 1}"), round);
            var second = await OwnAsync(services, repository, round);
            if (round >= 0)
            {
                plain.Add(first);
                own.Add(second);
            }
        }

        Console.WriteLine($"{files} files, {rounds} rounds in turn");
        Console.WriteLine(plain);
        Console.WriteLine(own);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"ratio of medians {own.Median / plain.Median:F2} (budget {Budget:F2})"));
        return 0;
    }

    private static TimeSpan Plain(TestRepository repository, string folder, int round)
    {
        var started = Stopwatch.GetTimestamp();
        repository.Git("worktree", "add", "--quiet", "-b", $"plain-{round + 1}", folder, "HEAD");
        var elapsed = Stopwatch.GetElapsedTime(started);
        repository.Git("worktree", "remove", folder);
        return elapsed;
    }

    private static async Task<TimeSpan> OwnAsync(RunServices services, TestRepository repository, int round)
    {
        _ = TaskKey.TryParse($"bench:g:t-{round + 1}", null, out var key, out _);
        var request = new ProvisionRequest { Key = WorktreeKey.Of(key), ProjectRoot = repository.Folder, Phase = "implementation" };
        var started = Stopwatch.GetTimestamp();
        var made = await new WorktreeProvisioning(services).ProvisionAsync(request, CancellationToken.None);
        var elapsed = Stopwatch.GetElapsedTime(started);
        repository.Git("worktree", "remove", "--force", "--force", made.Path);
        return elapsed;
    }

    private static string Content(int number) => string.Concat(Enumerable.Range(0, 40).Select(line => $"line {line} of file {number}: some text that is neither long nor short\n"));

    private static RunServices Services(string home, string folder) =>
        RunServices.For(HermeticHost.Create(home) with { CurrentDirectory = folder }, TimeProvider.System, IdSource.FromSystem());
}
