using System.Text.Json;
using Okstra.Cli.Tests.Support;
using Okstra.Testing;

namespace Okstra.Cli.Tests.Briefs;

/// <summary><c>okstra brief new</c>: from flags or asked for, never over a file that is there.</summary>
public sealed class BriefNewTests
{
    [Fact]
    [Trait("Req", "R-CLI-100")]
    public async Task A_brief_is_written_where_the_wizard_looks_and_can_be_run()
    {
        using var project = SampleProject.Committed();

        var ending = await project.Okstra.RunAsync(
            "brief", "new", "--type", "error-analysis", "--title", "Totals are wrong", "--ticket", "DEV-7", "--task-group", "orders", "--set", "Symptom=The total is the last price.", "--set", "error output=none");

        var path = Path.Combine(project.StateRoot, "briefs", "orders", "dev-7-error-analysis.md");
        Assert.Equal(
            [$"written: {path}", $"{path}: ok as error-analysis, 0 error(s), 0 warning(s)", $"next: okstra run --task-type error-analysis --brief {path}"],
            ending.Output.TrimEnd('\n').Split('\n'));
        var text = await File.ReadAllTextAsync(path, TestContext.Current.CancellationToken);
        Assert.Contains("tags: [\"obsidian\", \"okstra\", \"error-analysis\", \"input\"]\ntaskKey: shop:orders:DEV-7\ntaskId: DEV-7\n", text, StringComparison.Ordinal);
        Assert.Contains("tickets: [\"DEV-7\"]\n---\n\n# Totals are wrong\n\n## Symptom\n\nThe total is the last price.\n\n## Trigger\n\n<!-- Which input", text, StringComparison.Ordinal);
        var run = await project.Okstra.RunAsync("run", "--task-type", "error-analysis", "--brief", path, "--workers", "auditor", "--json");
        Assert.True(run.ExitCode == 0, run.Error);
        Assert.Contains("\"taskKey\": \"shop:orders:DEV-7\"", run.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("requirements-discovery", "Goal")]
    [InlineData("error-analysis", "Symptom")]
    [InlineData("implementation-planning", "Goal")]
    [InlineData("implementation", "Goal", "Approved plan")]
    [InlineData("final-verification", "Source Implementation Report", "Verification target")]
    [InlineData("release-handoff", "Source Verification Report")]
    [InlineData("quick", "Question")]
    [InlineData("prd", "Problem", "Outcome", "Requirements")]
    public async Task Every_type_is_written_with_its_questions_as_comments_and_says_what_it_cannot_do_without(string type, params string[] required)
    {
        using var project = SampleProject.Committed();

        var ending = await project.Okstra.RunAsync("brief", "new", "--type", type, "--title", "T", "--out", "b.md", "--json");

        Assert.True(ending.ExitCode == 0, ending.Error);
        using var answer = JsonDocument.Parse(ending.Output);
        var check = answer.RootElement.GetProperty("data").GetProperty("check");
        Assert.Equal(type, check.GetProperty("type").GetString());
        Assert.False(check.GetProperty("ok").GetBoolean());
        var issues = check.GetProperty("issues").EnumerateArray().Where(issue => issue.GetProperty("level").GetString() == "error").Select(issue => (issue.GetProperty("id").GetString(), issue.GetProperty("message").GetString()!.Split('\'')[1])).ToList();
        Assert.Equal(required.Select(heading => ((string?)"BRF-011", $"## {heading}")), issues);
        Assert.DoesNotContain("{{", await File.ReadAllTextAsync(Path.Combine(project.Root, "b.md"), TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("OKS0871", "exists already", "--out", "README.md")]
    [InlineData("OKS0872", "has no section 'Symptoms'", "--set", "Symptoms=x")]
    [InlineData("OKS0873", "is given twice", "--set", "Symptom=x", "--set", "symptom=y")]
    [InlineData("OKS0874", "nothing says which task")]
    [InlineData("OKS0875", "names no section", "--set", "x")]
    public async Task What_cannot_be_written_is_refused_and_nothing_is_touched(string code, string said, params string[] more)
    {
        using var project = SampleProject.Committed();

        var ending = await project.Okstra.RunAsync(["brief", "new", "--type", "error-analysis", .. more]);

        Assert.True(ending.ExitCode == 1, code);
        Assert.Equal("", ending.Output);
        Assert.Contains(said, ending.Error, StringComparison.Ordinal);
        Assert.Contains("\nhint: ", ending.Error, StringComparison.Ordinal);
        Assert.Equal("# shop\n", await File.ReadAllTextAsync(Path.Combine(project.Root, "README.md"), TestContext.Current.CancellationToken));
        Assert.False(Directory.Exists(project.StateRoot));
    }

    [Fact]
    public async Task On_a_terminal_it_asks_for_what_no_flag_gave()
    {
        using var project = SampleProject.Committed();
        var command = $"{BuiltProgram.Okstra} brief new --type quick --ticket DEV-8 --out q.md";

        var ending = await RunOnTerminalAsync(project, command, "Is the total right?\nDoes cart.py add up?\nI doubt it.\n\n\n\n\n");

        Assert.True(ending.ExitCode == 0, ending.Output + ending.Error);
        Assert.Contains("* Question: What do you want to know", ending.Output, StringComparison.Ordinal);
        var text = await File.ReadAllTextAsync(Path.Combine(project.Root, "q.md"), TestContext.Current.CancellationToken);
        Assert.Contains("# Is the total right?\n\n## Question\n\nDoes cart.py add up?\nI doubt it.\n\n## Context\n", text, StringComparison.Ordinal);
    }

    private static Task<OkstraEnding> RunOnTerminalAsync(SampleProject project, string command, string input) =>
        project.Okstra.RunProgramWithInputAsync("script", input, "-qec", command, "/dev/null");
}
