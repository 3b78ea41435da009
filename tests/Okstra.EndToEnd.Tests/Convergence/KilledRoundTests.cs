using System.Diagnostics;
using Okstra.EndToEnd.Tests.Rig;
using Okstra.Testing;

namespace Okstra.EndToEnd.Tests.Convergence;

/// <summary>The engine is killed in the middle of a voting round and a new one goes on.</summary>
public sealed class KilledRoundTests
{
    [Fact]
    public async Task Resumed_round_repeats_only_what_was_in_flight_and_ends_like_an_undisturbed_run()
    {
        // gemini's first attempt at the votes of round 1 never ends; the two others deliver before the kill.
        var scenario = DisputedCart.Scenario(Turn.Attempts(Turn.Hang(), Turn.Votes(DisputedCart.GeminiFirst())));
        await using var clis = await RealClis.StartAsync(scenario);
        var (repository, brief) = DisputedCart.Create(clis.Root);
        IReadOnlyList<LiveProcess> snapshot;
        using (var engine = Child.Start(BuiltProgram.Okstra, OkstraRun.Arguments(brief, "claude,codex,gemini"), repository.Folder, OkstraRun.Environment(clis.Environment)))
        {
            snapshot = await VotingAsync(clis, repository, engine);
            engine.Kill();
        }

        Assert.Empty(await LiveProcesses.SurvivorsAsync(snapshot, clis.Home));
        var finished = Dispatches(repository);
        Assert.Equal(5, finished.Count);

        var run = await OkstraRun.ResumeAsync(repository.Folder, clis.Environment);

        run.AssertComplete();
        var after = Dispatches(repository);
        Assert.All(finished, dispatch => Assert.Equal(dispatch.Value, after[dispatch.Key]));
        var asked = await clis.Models.PromptsAsync();
        Assert.Equal(["anthropic 1", "gemini 1", "gemini 1", "openai 1"], Votes(asked, 1));
        Assert.Equal(["anthropic 2", "gemini 2", "openai 2"], Votes(asked, 2));
        Assert.Equal(10, asked.Count);
        Assert.Equal(DisputedCart.Classes, run.Convergence.Findings.Select(finding => (finding.Finding.Id, finding.Classification)).Order());
        Assert.Equal("codex", Assert.Single(run.Errors).Agent);
        Assert.Empty(LiveProcesses.OfHome(clis.Home));
    }

    /// <summary>Waits until gemini is the only one that still votes.</summary>
    private static async Task<IReadOnlyList<LiveProcess>> VotingAsync(RealClis clis, TestRepository repository, Process engine)
    {
        while (true)
        {
            Assert.False(engine.HasExited, "the run ended before it was killed");
            var voted = Dispatches(repository).Keys.Count(name => name.Contains("-reverify-r1-", StringComparison.Ordinal));
            var alive = LiveProcesses.OfHome(clis.Home);
            if (voted == 2 && Votes(await clis.Models.PromptsAsync(), 1).Contains("gemini 1") && alive.Count > 1)
            {
                return alive;
            }

            await Task.Delay(50, TestContext.Current.CancellationToken);
        }
    }

    private static List<string> Votes(IReadOnlyList<SentPrompt> prompts, int round) =>
        [.. prompts.Where(prompt => prompt.IsVoteOf(round)).Select(prompt => $"{prompt.Provider} {round}").Order(StringComparer.Ordinal)];

    /// <summary>Bytes of every dispatch document by its name.</summary>
    private static Dictionary<string, string> Dispatches(TestRepository repository) => Directory.Exists(Path.Combine(repository.Folder, ".okstra"))
        ? Directory.EnumerateFiles(Path.Combine(repository.Folder, ".okstra"), "*.json", SearchOption.AllDirectories)
            .Where(file => Path.GetFileName(Path.GetDirectoryName(file)) == "worker-results" && !file.Contains("-errors-", StringComparison.Ordinal))
            .ToDictionary(file => Path.GetFileName(file), File.ReadAllText, StringComparer.Ordinal)
        : [];
}
