using System.Text.Json;
using Okstra.Cli.Tests.Support;

namespace Okstra.Cli.Tests.Running;

/// <summary><c>okstra run --quick</c>: one command, a short report that says what it is, the same validator.</summary>
public sealed class QuickRunTests
{
    private const string Line4 = """{ "kind": "file", "path": "shop/cart.py", "startLine": 4, "endLine": 4, "quote": "result = item.price" }""";

    [Fact]
    public async Task One_worker_and_the_auditors_give_a_valid_report_whose_header_says_quick()
    {
        using var project = SampleProject.Committed();
        var scenario = Actor.Play(new Actor("ada", "one", [Scenarios.Finding("a1", "The total is overwritten in the loop", "cart.py assigns the price instead of adding it.", Line4)], []));

        var run = await project.Okstra.RunAsync("run", "--quick", "--brief", project.Brief, "--task-key", "shop:g:t-1", "--lang", "en", "--workers", $"scripted:{project.Write("s.json", scenario)}", "--json");

        Assert.True(run.ExitCode == 0, run.Error);
        using var answer = JsonDocument.Parse(run.Output);
        var data = answer.RootElement.GetProperty("data");
        Assert.Equal("error-analysis", data.GetProperty("taskType").GetString());
        Assert.Equal(["ada", "auditor-trace", "auditor-history", "auditor-checks"], data.GetProperty("workers").EnumerateArray().Select(worker => worker.GetProperty("id").GetString()!));
        var markdown = await File.ReadAllTextAsync(data.GetProperty("report").GetProperty("markdown").GetString()!, TestContext.Current.CancellationToken);
        Assert.Contains("- Mode: quick run, one round; agent run\n", markdown, StringComparison.Ordinal);
        using var report = JsonDocument.Parse(await File.ReadAllTextAsync(data.GetProperty("report").GetProperty("data").GetString()!, TestContext.Current.CancellationToken));
        Assert.True(report.RootElement.GetProperty("header").GetProperty("quick").GetBoolean());
        Assert.Equal(["ada"], report.RootElement.GetProperty("header").GetProperty("usableWorkers").EnumerateArray().Select(worker => worker.GetString()!));
        Assert.Equal(0, (await project.Okstra.RunAsync("validate-run", "g/t-1")).ExitCode);
    }

    [Fact]
    [Trait("Req", "R-OPN-84")]
    public async Task Without_any_cli_the_auditors_answer_and_the_quick_form_says_which_phase()
    {
        using var project = SampleProject.Committed();
        project.Okstra.Environment["PATH"] = "/usr/bin:/bin";
        var written = await project.Okstra.RunAsync("brief", "new", "--type", "quick", "--title", "Totals", "--out", "q.md", "--set", "Question=Why is the total of `shop/cart.py` the last price?");
        Assert.Contains("\nnext: okstra run --quick --brief ", written.Output, StringComparison.Ordinal);

        var run = await project.Okstra.RunAsync("run", "--quick", "--brief", "q.md", "--lang", "en", "--json");

        Assert.True(run.ExitCode == 0, run.Error);
        using var answer = JsonDocument.Parse(run.Output);
        Assert.Equal("requirements-discovery", answer.RootElement.GetProperty("data").GetProperty("taskType").GetString());
        var markdown = await File.ReadAllTextAsync(answer.RootElement.GetProperty("data").GetProperty("report").GetProperty("markdown").GetString()!, TestContext.Current.CancellationToken);
        Assert.Contains("quick run, one round; deterministic offline run", markdown, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_quick_the_phase_is_still_required()
    {
        using var project = SampleProject.Committed();

        Assert.Equal(64, (await project.Okstra.RunAsync("run", "--brief", project.Brief)).ExitCode);
    }
}
