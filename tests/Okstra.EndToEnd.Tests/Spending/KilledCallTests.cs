using Okstra.EndToEnd.Tests.Rig;
using Okstra.Testing;

namespace Okstra.EndToEnd.Tests.Spending;

/// <summary>The engine is killed around its writes in turn, with a CLI that keeps count of how often it answered.</summary>
public sealed class KilledCallTests
{
    private const int Killed = 137;
    private const int Each = 100;

    [Fact]
    public async Task However_often_it_is_killed_every_answer_of_the_cli_is_charged_once()
    {
        // The pause keeps a kill from falling between the count and the answer.
        const string Counting = """sleep 0.7; echo x >>"$HOME/answers"; answer | sed "s/\"session_id\":\"fake\"/\"session_id\":\"s-$$\",\"modelUsage\":{\"claude-sonnet-5\":{\"inputTokens\":100,\"outputTokens\":0}}/" """;
        using var clis = new FakeClis().With("claude", Counting).Install();
        var (repository, brief) = PlantedBug.Create(clis.Root);
        var prepared = await StartAsync(clis, repository.Folder, [.. OkstraRun.Arguments(brief, "claude"), "--render-only"], fault: null);
        Assert.True(prepared.ExitCode == 0, prepared.Error);

        var kills = 0;
        Child end;
        do
        {
            // What a kill before a write left open is taken up by resumes that are killed themselves, each one write later.
            for (var again = 3; again <= 6; again++)
            {
                await StartAsync(clis, repository.Folder, ["resume", "--json"], $"kill:{again}:after");
            }

            kills++;
            end = await StartAsync(clis, repository.Folder, ["resume", "--json"], $"kill:{kills + 3}:before");
        }
        while (end.ExitCode == Killed);

        Assert.True(end.ExitCode == 0, end.Error);
        Assert.InRange(kills, 3, 200);
        var ledger = Directory.EnumerateFiles(repository.Folder, "usage-*.jsonl", SearchOption.AllDirectories).Single();
        var answers = File.ReadAllLines(Path.Combine(clis.Home, "answers")).Length;
        Assert.InRange(answers, 2, 5 * kills);
        Assert.Equal(answers * Each, OkstraRun.Tokens(OkstraRun.LedgerOf(ledger, "charged")));
    }

    private static Task<Child> StartAsync(FakeClis clis, string folder, IReadOnlyList<string> arguments, string? fault)
    {
        var environment = new Dictionary<string, string>(OkstraRun.Environment(clis.Environment), StringComparer.Ordinal);
        if (fault is not null)
        {
            environment["OKSTRA_TEST_FAULT"] = fault;
        }

        return Child.RunAsync(BuiltProgram.Okstra, arguments, folder, environment, TimeSpan.FromMinutes(2));
    }
}
