using System.Text.Json;
using Okstra.Cli.Tests.Phases;
using Okstra.Core.HandOff;
using Okstra.Core.Reports;
using Okstra.Core.Tasks;
using Okstra.Core.Text;
using Okstra.Testing.Reports;

namespace Okstra.Cli.Tests.Reporting;

public sealed class ReportImportTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Lead_that_wrote_only_the_Markdown_gets_data_and_page_and_the_Markdown_stays()
    {
        using var planned = await PlannedProject.CreateAsync();
        var markdown = await WrittenAsync(planned);
        var before = await File.ReadAllBytesAsync(markdown, Token);

        var ending = await planned.DoAsync("report", "import", markdown, "--json");
        var again = await planned.DoAsync("report", "import", markdown, "--json");

        var answer = Data(ending);
        Assert.True(answer.GetProperty("imported").GetBoolean(), ending.Output);
        Assert.True(answer.GetProperty("changed").GetBoolean());
        Assert.Empty(answer.GetProperty("problems").EnumerateArray());
        var data = Path.ChangeExtension(markdown, ".data.json");
        Assert.Equal(data, answer.GetProperty("report").GetProperty("data").GetString());
        Assert.True(ReportText.TryRead(await File.ReadAllTextAsync(data, Token), out var report, out var problem, out _), problem.Message);
        Assert.Equal(("shop:g:t-1", 1, "91d0be7c"), (report.TaskKey, report.Stage, report.Commits[^1]));
        Assert.Equal(HtmlReport.Render(report), await File.ReadAllTextAsync(Path.ChangeExtension(markdown, ".html"), Token));
        Assert.Equal(before, await File.ReadAllBytesAsync(markdown, Token));
        Assert.False(Data(again).GetProperty("changed").GetBoolean());
        Assert.Equal(JsonValueKind.Null, Data(again).GetProperty("kept").ValueKind);
    }

    [Fact]
    public async Task Replaced_data_is_kept_and_a_check_writes_nothing()
    {
        using var planned = await PlannedProject.CreateAsync();
        var markdown = await WrittenAsync(planned);
        var data = Path.ChangeExtension(markdown, ".data.json");

        var check = await planned.DoAsync("report", "import", markdown, "--check");
        var untouched = !File.Exists(data);
        await planned.DoAsync("report", "import", markdown);
        var first = await File.ReadAllTextAsync(data, Token);
        await File.WriteAllTextAsync(markdown, (await File.ReadAllTextAsync(markdown, Token)).Replace("18 passed", "19 passed", StringComparison.Ordinal), Token);
        var changed = await planned.DoAsync("report", "import", "--run-dir", Path.GetDirectoryName(Path.GetDirectoryName(markdown))!);

        Assert.True(check.ExitCode == 0, check.Error);
        Assert.Contains("it can be imported", check.Output, StringComparison.Ordinal);
        Assert.True(untouched);
        Assert.Contains($"kept as {Path.ChangeExtension(data, ".1.json")}", changed.Output, StringComparison.Ordinal);
        Assert.Equal(first, await File.ReadAllTextAsync(Path.ChangeExtension(data, ".1.json"), Token));
        Assert.Contains("19 passed", await File.ReadAllTextAsync(data, Token), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_does_not_fit_is_named_by_line_and_column_and_nothing_is_written()
    {
        using var planned = await PlannedProject.CreateAsync();
        var markdown = await WrittenAsync(planned);
        await planned.DoAsync("report", "import", markdown);
        var data = Path.ChangeExtension(markdown, ".data.json");
        var first = await File.ReadAllTextAsync(data, Token);
        var text = (await File.ReadAllTextAsync(markdown, Token)).Replace("### Diff summary", "### Differences of files", StringComparison.Ordinal).Replace("| Direction | begin-implementation |", "| Direction | forward |", StringComparison.Ordinal);
        await File.WriteAllTextAsync(markdown, text, Token);

        var ending = await planned.DoAsync("report", "import", markdown);

        Assert.Equal(1, ending.ExitCode);
        var line = text[..text.IndexOf("| Direction | forward |", StringComparison.Ordinal)].Split('\n').Length;
        Assert.Contains($"{markdown}:{line}:15 OKS0853 'forward' is no valid Value", ending.Output, StringComparison.Ordinal);
        Assert.Contains("OKS0842 section 'Diff summary' is missing", ending.Output, StringComparison.Ordinal);
        Assert.Contains("nothing was written", ending.Output, StringComparison.Ordinal);
        Assert.Contains("hint: use one of: continue-investigation, ", ending.Error, StringComparison.Ordinal);
        Assert.Equal(first, await File.ReadAllTextAsync(data, Token));
    }

    [Fact]
    public async Task File_that_is_not_the_runs_report_is_refused()
    {
        using var planned = await PlannedProject.CreateAsync();
        var markdown = await WrittenAsync(planned);
        var copy = planned.Project.Write("copy.md", await File.ReadAllTextAsync(markdown, Token));

        var ending = await planned.DoAsync("report", "import", copy, "--run-dir", Path.GetDirectoryName(Path.GetDirectoryName(markdown))!);

        Assert.Equal(1, ending.ExitCode);
        Assert.Contains("PrepareError: ", ending.Error, StringComparison.Ordinal);
        Assert.Contains(markdown, ending.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_plan_that_was_edited_is_reviewed_anew_against_the_inspected_source()
    {
        using var planned = await PlannedProject.CreateAsync();
        var sample = SampleReports.Of(TaskType.ImplementationPlanning, ReportLanguage.English);
        var report = sample with { TaskKey = "shop:g:t-1", Header = sample.Header with { ProjectId = "shop", TaskGroup = "g", TaskId = "t-1" } };
        await File.WriteAllTextAsync(planned.Plan, MarkdownReport.Render(report), Token);

        var first = await planned.DoAsync("report", "import", planned.Plan);
        var missing = await PathFlawsAsync(planned);
        await File.WriteAllTextAsync(planned.Plan, (await File.ReadAllTextAsync(planned.Plan, Token)).Replace("| src/Cart/Totals.cs |", "| src/Cart/Totals.cs (new) |", StringComparison.Ordinal), Token);
        var second = await planned.DoAsync("report", "import", planned.Plan);

        Assert.Contains("imported into", first.Output, StringComparison.Ordinal);
        Assert.Contains("imported into", second.Output, StringComparison.Ordinal);
        Assert.Contains(missing, flaw => flaw.Contains("'src/Cart/Totals.cs' does not exist", StringComparison.Ordinal));
        Assert.DoesNotContain(await PathFlawsAsync(planned), flaw => flaw.Contains("src/Cart/Totals.cs", StringComparison.Ordinal));
    }

    [Fact]
    public void Imported_verification_is_what_a_hand_off_reads()
    {
        var accepted = SampleReports.Of(TaskType.FinalVerification, ReportLanguage.Korean) with { VerdictToken = "accepted", Routing = "release-handoff", Blockers = [], Conditions = [] };
        var report = Core.Reports.Importing.ReportImporter.Import(MarkdownReport.Render(accepted), new Core.Reports.Importing.ImportDefaults(), null).Report!;

        var verdict = VerificationParser.Parse(ReportText.Write(report), out var problem);

        Assert.True(verdict is not null, problem);
        Assert.Equal(("accepted", "whole-task", "release-handoff", SampleReports.Head), (verdict.Verdict, verdict.Scope, verdict.Routing, verdict.HeadSha));
    }

    private static async Task<IReadOnlyList<string>> PathFlawsAsync(PlannedProject planned)
    {
        Assert.True(ReportText.TryRead(await File.ReadAllTextAsync(Path.ChangeExtension(planned.Plan, ".data.json"), Token), out var report, out var problem, out _), problem.Message);
        return [.. report.Plan!.Review.Where(flaw => flaw.Rule is "PLN-023" or "PLN-024").Select(flaw => flaw.Message)];
    }

    // The report of an implementation run that a session led, as its lead writes it.
    private static async Task<string> WrittenAsync(PlannedProject planned)
    {
        var prepared = await planned.ImplementAsync("--stage", "1");
        Assert.True(prepared.ExitCode == 0, prepared.Error);
        var sample = SampleReports.Of(TaskType.Implementation, ReportLanguage.English);
        var report = sample with { TaskKey = "shop:g:t-1", Header = sample.Header with { ProjectId = "shop", TaskGroup = "g", TaskId = "t-1" } };
        var path = Path.Combine(planned.Task, "runs", "implementation", "stage-1", "reports", "final-report-implementation-001.md");
        await File.WriteAllTextAsync(path, MarkdownReport.Render(report), Token);
        return path;
    }

    private static JsonElement Data(Support.OkstraEnding ending)
    {
        using var document = JsonDocument.Parse(ending.Output);
        return document.RootElement.GetProperty("data").Clone();
    }
}
