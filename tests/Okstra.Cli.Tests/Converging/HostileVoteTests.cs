using System.Text.Json;

namespace Okstra.Cli.Tests.Converging;

/// <summary>Votes nobody asked for, doubled, late, disguised or enormous: recorded or refused, never counted for anything, never a crash.</summary>
public sealed class HostileVoteTests
{
    [Theory]
    [InlineData("F-777")]
    [InlineData("F\u2011001")]
    [InlineData("\uFF26-001")]
    [InlineData("F-\uFF10\uFF10\uFF11")]
    [InlineData("f-001")]
    [InlineData("F-00\u0406")]
    [InlineData("F-0\u041E1")]
    [InlineData("F\u2212001")]
    public async Task A_vote_on_an_id_that_was_not_asked_is_noted_and_ignored_however_alike_it_looks(string id)
    {
        using var led = await LedProject.InRoundOneAsync();
        Assert.Equal(0, (await led.VoteAsync("bob", 1, LedProject.Vote(id, "DISAGREE"))).ExitCode);
        Assert.Equal(0, (await led.VoteAsync("cyd", 1, LedProject.Vote("F-001", "AGREE"))).ExitCode);

        var state = await led.FinishRoundTwoAsync();

        var finding = Assert.Single(state.GetProperty("findings").EnumerateArray());
        Assert.Equal("partial-consensus", finding.GetProperty("classification").GetString());
        Assert.Equal("verification-error", Counted(finding, "bob"));
        Assert.Empty(finding.GetProperty("dissenters").EnumerateArray());
        Assert.Contains(Violations(state), message => message.StartsWith("voted on '", StringComparison.Ordinal) && message.EndsWith("which it was not asked about; ignored", StringComparison.Ordinal));
        Assert.Contains(Violations(state), message => message == "gave no vote on F-001");
        Assert.Contains(led.ErrorLog(), entry => entry.GetProperty("errorType").GetString() == "contract-violation" && entry.GetProperty("agent").GetString() == "bob");
    }

    [Fact]
    public async Task Two_votes_that_contradict_each_other_count_on_neither_side()
    {
        using var led = await LedProject.InRoundOneAsync();
        await led.VoteAsync("bob", 1, LedProject.Vote("F-001", "AGREE"), LedProject.Vote("F-001", "DISAGREE"));
        await led.VoteAsync("cyd", 1, LedProject.Vote("F-001", "AGREE"), LedProject.Vote("F-001", "AGREE"));

        var state = await led.FinishRoundTwoAsync();

        var finding = Assert.Single(state.GetProperty("findings").EnumerateArray());
        Assert.Equal("UNVERIFIABLE", Counted(finding, "bob"));
        Assert.Equal("AGREE", Counted(finding, "cyd"));
        Assert.Equal(["ada", "cyd"], finding.GetProperty("supporters").EnumerateArray().Select(worker => worker.GetString()));
        Assert.Equal(["voted AGREE and DISAGREE on F-001 in one answer"], Violations(state));
        Assert.Equal(0, (await led.Okstra.RunAsync("converge", "replay", LedProject.Key)).ExitCode);
    }

    [Fact]
    [Trait("Req", "R-CVG-10")]
    public async Task A_vote_after_confirmation_is_ignored()
    {
        using var led = await LedProject.PreparedAsync();
        await led.RecordAsync("ada", 0, LedProject.Analysis("ada", LedProject.CartFinding, LedProject.ReadmeFinding));
        await led.RecordAsync("bob", 0, LedProject.Analysis("bob"));
        await led.RecordAsync("cyd", 0, LedProject.Analysis("cyd"));
        await led.PlanAsync();
        foreach (var worker in new[] { "bob", "cyd" })
        {
            await led.VoteAsync(worker, 1, LedProject.Vote("F-001", "AGREE"), """{ "findingId": "F-002", "vote": "DISAGREE", "reason": "no evidence at hand" }""");
        }

        var plan = await led.PlanAsync();
        Assert.All(plan.GetProperty("dispatches").EnumerateArray(), dispatch => Assert.Equal("F-002", Assert.Single(dispatch.GetProperty("findingIds").EnumerateArray()).GetString()));
        foreach (var dispatch in plan.GetProperty("dispatches").EnumerateArray())
        {
            await led.VoteAsync(dispatch.GetProperty("worker").GetString()!, 2, LedProject.Vote("F-001", "DISAGREE"), LedProject.Vote("F-002", "UNVERIFIABLE"));
        }

        await led.PlanAsync();
        var state = await led.FinishAsync();

        var confirmed = state.GetProperty("findings").EnumerateArray().Single(finding => finding.GetProperty("finding").GetProperty("id").GetString() == "F-001");
        Assert.Equal("full-consensus", confirmed.GetProperty("classification").GetString());
        Assert.All(confirmed.GetProperty("votes").EnumerateArray(), vote => Assert.Equal(1, vote.GetProperty("round").GetInt32()));
        Assert.Contains("voted on 'F-001', which it was not asked about; ignored", Violations(state));
    }

    [Fact]
    public async Task A_reason_of_ten_megabytes_is_refused_and_a_long_one_is_cut()
    {
        using var led = await LedProject.InRoundOneAsync();
        static string Answer(int length) => $$"""{ "schemaVersion": 1, "votes": [{ "findingId": "F-001", "vote": "DISAGREE", "reason": "{{new string('x', length)}}" }] }""";

        var tooLarge = await led.RecordAsync("bob", 1, Answer(10 * 1024 * 1024));
        var large = await led.RecordAsync("bob", 1, Answer(10_000_000));
        var cut = await led.RecordAsync("bob", 1, Answer(60_000));
        var file = led.Project.Write("huge.json", Answer(12 * 1024 * 1024));
        var huge = await led.Okstra.RunAsync("converge", "record", LedProject.Key, "--worker", "cyd", "--round", "1", "--answer", file);

        Assert.Equal([1, 1, 0, 1], [tooLarge.ExitCode, large.ExitCode, cut.ExitCode, huge.ExitCode]);
        Assert.Contains("10 MiB", tooLarge.Error, StringComparison.Ordinal);
        Assert.Contains("$.votes[0].reason: has 10000000 characters; at most 65536", large.Error, StringComparison.Ordinal);
        Assert.Contains("larger than 10 MiB", huge.Error, StringComparison.Ordinal);
        Assert.All([tooLarge, large, huge], ending => Assert.True(ending.Error.Length < 2000));
        using var document = JsonDocument.Parse(await File.ReadAllTextAsync(LedProject.DataOf(cut).GetProperty("document").GetString()!, TestContext.Current.CancellationToken));
        Assert.InRange(document.RootElement.GetProperty("votes").GetProperty("votes")[0].GetProperty("reason").GetString()!.Length, 100, 8_000);
    }

    private static string? Counted(JsonElement finding, string worker) => finding.GetProperty("votes").EnumerateArray()
        .First(vote => vote.GetProperty("worker").GetString() == worker).GetProperty("counted").GetString();

    private static List<string> Violations(JsonElement state) => [.. state.GetProperty("violations").EnumerateArray().Select(violation => violation.GetProperty("message").GetString()!)];
}
