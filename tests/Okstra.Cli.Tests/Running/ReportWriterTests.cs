using System.Text.Json;
using Okstra.Cli.Tests.Support;

namespace Okstra.Cli.Tests.Running;

/// <summary>The report writer supplies words; tables and classes come from state, with or without it.</summary>
public sealed class ReportWriterTests
{
    private static string WithWriter(string turn) => Scenarios.ThreeWorkersTwoRounds.TrimEnd()[..^1].TrimEnd()[..^1]
        + $$""", { "name": "report-writer", "vendor": "one", "rounds": { "-1": {{turn}} } } ] }""";

    [Fact]
    [Trait("Req", "R-CVG-06")]
    [Trait("Req", "R-CON-40")]
    public async Task The_report_writer_is_asked_once_after_the_votes_and_its_words_are_in_the_report()
    {
        using var project = SampleProject.Committed();
        var scenario = project.Write("scenario.json", WithWriter("""{ "answer": { "finalConclusion": "The loop must add the prices up.", "direction": "begin-implementation", "rationale": "The code says so.", "title": "Totals", "problemSummary": ["brief: the total is wrong"], "detailedAnalysis": ["One assignment is missing a plus."], "nextSteps": ["Plan the fix."], "openRisks": [] } }"""));

        var ending = await project.Okstra.RunAsync(project.Run("--workers", $"scripted:{scenario}", "--json"));

        Assert.True(ending.ExitCode == 0, ending.Error);
        var markdown = File.ReadAllText(Directory.GetFiles(project.StateRoot, "final-report-error-analysis-*.md", SearchOption.AllDirectories).Single());
        Assert.Contains("The loop must add the prices up.", markdown, StringComparison.Ordinal);
        Assert.Single(Directory.GetFiles(project.StateRoot, "report-writer*-error-analysis-001.json", SearchOption.AllDirectories));
        using var convergence = JsonDocument.Parse(File.ReadAllText(Directory.GetFiles(project.StateRoot, "convergence-*.json", SearchOption.AllDirectories).Single()));
        Assert.DoesNotContain("report-writer", convergence.RootElement.GetProperty("voters").EnumerateArray().Select(voter => voter.GetProperty("worker").GetString()));
    }

    [Fact]
    [Trait("Req", "R-WRK-45")]
    public async Task A_report_writer_that_fails_is_no_cli_failure_and_the_report_is_composed_without_it()
    {
        using var project = SampleProject.Committed();
        var scenario = project.Write("scenario.json", WithWriter("""{ "fails": "error" }"""));

        var ending = await project.Okstra.RunAsync(project.Run("--workers", $"scripted:{scenario}", "--json"));

        Assert.True(ending.ExitCode == 0, ending.Error);
        var sidecar = File.ReadAllText(Directory.GetFiles(project.StateRoot, "report-writer-errors-*.json", SearchOption.AllDirectories).Single());
        Assert.Contains("tool-failure", sidecar, StringComparison.Ordinal);
        Assert.DoesNotContain("cli-failure", sidecar, StringComparison.Ordinal);
    }
}
