namespace Okstra.Cli.Tests.Converging;

/// <summary>Documents edited by hand: named by every verb that would stand on them, used by none.</summary>
public sealed class EditedStateTests
{
    [Theory]
    [InlineData("\"classification\": \"full-consensus\"", "\"classification\": \"contested\"", "F-001: classification is contested, its votes give full-consensus")]
    [InlineData("\"full-consensus\": 1", "\"full-consensus\": 4", "finalClassificationCounts.full-consensus is 4, its votes give 1")]
    [InlineData("\"counted\": \"AGREE\"", "\"counted\": \"CONCERN\"", "its votes give \"AGREE\"")]
    [InlineData("\"effectiveMaxRounds\": 2", "\"effectiveMaxRounds\": 9", "config.effectiveMaxRounds is 9")]
    public async Task An_edited_state_document_is_named_by_every_verb_that_would_use_it(string from, string to, string named)
    {
        using var led = await FinishedAsync();
        var text = await File.ReadAllTextAsync(led.State, TestContext.Current.CancellationToken);
        Assert.Contains(from, text, StringComparison.Ordinal);
        var edited = text.Replace(from, to, StringComparison.Ordinal);
        await File.WriteAllTextAsync(led.State, edited, TestContext.Current.CancellationToken);

        foreach (var verb in new[] { new[] { "converge", "replay" }, ["converge", "finish"], ["resume"] })
        {
            var refused = await led.Okstra.RunAsync([.. verb, LedProject.Key]);
            Assert.True(refused.ExitCode == 1, $"{string.Join(' ', verb)}: {refused.ExitCode} {refused.Error}");
            Assert.Contains(led.State, refused.Error, StringComparison.Ordinal);
        }

        Assert.Contains(named, (await led.Okstra.RunAsync("converge", "replay", LedProject.Key)).Error, StringComparison.Ordinal);
        Assert.Contains("PRV-009", (await led.Okstra.RunAsync("validate-run", LedProject.Key)).Output, StringComparison.Ordinal);
        Assert.Equal(edited, await File.ReadAllTextAsync(led.State, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task An_edited_findings_document_is_named_and_nothing_is_made_from_it()
    {
        using var led = await FinishedAsync();
        var findings = led.State.Replace("convergence-", "findings-", StringComparison.Ordinal);
        await EditAsync(findings, "It keeps the last price.", "It keeps the first price.");

        foreach (var verb in new[] { new[] { "converge", "plan" }, ["converge", "replay"], ["converge", "finish"], ["resume"] })
        {
            var refused = await led.Okstra.RunAsync([.. verb, LedProject.Key]);
            Assert.True(refused.ExitCode == 1, $"{string.Join(' ', verb)}: {refused.ExitCode} {refused.Error}");
            Assert.Contains(findings, refused.Error, StringComparison.Ordinal);
        }

        Assert.Contains("PRV-010", (await led.Okstra.RunAsync("validate-run", LedProject.Key)).Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_vote_edited_in_its_dispatch_document_after_the_finish_is_found()
    {
        using var led = await FinishedAsync();
        var document = Path.Combine(led.Results, "bob-reverify-r1-b1-error-analysis-001.json");
        await EditAsync(document, "\"AGREE\"", "\"DISAGREE\"");

        var refused = await led.Okstra.RunAsync("converge", "replay", LedProject.Key);

        Assert.Equal(1, refused.ExitCode);
        Assert.Contains(document, refused.Error, StringComparison.Ordinal);
        Assert.Contains("PRV-010", (await led.Okstra.RunAsync("validate-run", LedProject.Key)).Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("0")]
    [InlineData("4")]
    [InlineData("-1")]
    public async Task Rounds_out_of_range_in_an_edited_manifest_are_refused_before_anybody_is_asked(string rounds)
    {
        using var led = await LedProject.PreparedAsync();
        await led.AnalysesAsync();
        var manifest = Path.Combine(led.Results, "..", "manifests", "run-manifest-error-analysis-001.json");
        await EditAsync(manifest, "\"effectiveMaxRounds\": 2", $"\"effectiveMaxRounds\": {rounds}");

        var planned = await led.Okstra.RunAsync("converge", "plan", LedProject.Key);
        var resumed = await led.Okstra.RunAsync("resume", LedProject.Key);

        Assert.All([planned, resumed], ending => Assert.Equal(1, ending.ExitCode));
        Assert.All([planned, resumed], ending => Assert.Contains($"effectiveMaxRounds {rounds}; valid: 1, 2, 3", ending.Error, StringComparison.Ordinal));
        Assert.Equal(3, Directory.GetFiles(led.Results, "*.json").Length);
    }

    private static async Task EditAsync(string path, string from, string to)
    {
        var text = await File.ReadAllTextAsync(path, TestContext.Current.CancellationToken);
        Assert.Contains(from, text, StringComparison.Ordinal);
        await File.WriteAllTextAsync(path, text.Replace(from, to, StringComparison.Ordinal), TestContext.Current.CancellationToken);
    }

    private static async Task<LedProject> FinishedAsync()
    {
        var led = await LedProject.InRoundOneAsync();
        await led.VoteAsync("bob", 1, LedProject.Vote("F-001", "AGREE"));
        await led.VoteAsync("cyd", 1, LedProject.Vote("F-001", "AGREE"));
        await led.FinishAsync();
        return led;
    }
}
