using System.Text.Json;
using Okstra.Cli.Tests.Support;

namespace Okstra.Cli.Tests.Validating;

/// <summary>What <c>okstra validate-run</c> prints, and that it changes nothing.</summary>
public sealed class ValidateRunTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    [Trait("Req", "R-OPN-46")]
    public async Task Each_failure_is_a_line_with_its_place_and_remedy_and_the_exit_code_tells()
    {
        using var project = SampleProject.Committed();
        var run = await project.Okstra.RunAsync(project.Run("--workers", "auditor", "--json"));
        using var answer = JsonDocument.Parse(run.Output);
        var data = answer.RootElement.GetProperty("data");
        var (directory, report) = (data.GetProperty("runDir").GetString()!, data.GetProperty("report").GetProperty("markdown").GetString()!);
        var clean = await project.Okstra.RunAsync("validate-run", "--run-dir", directory);
        var lines = await File.ReadAllLinesAsync(report, Token);
        var row = Array.FindIndex(lines, line => line.StartsWith("| P-002 |", StringComparison.Ordinal));
        lines[row] = lines[row].Replace("| P-002 |", "| P-001 | <b>x</b>", StringComparison.Ordinal);
        await File.WriteAllTextAsync(report, $"\uFEFF{string.Join("\r\n", lines)}\r\n", Token);
        var before = Files(directory);

        var broken = await project.Okstra.RunAsync("validate-run", "--run-dir", directory);
        var json = await project.Okstra.RunAsync("validate-run", directory, "--json");

        Assert.Equal(0, clean.ExitCode);
        Assert.StartsWith("ok: ", clean.Output.Split('\n')[^2], StringComparison.Ordinal);
        Assert.Equal((1, 1), (broken.ExitCode, json.ExitCode));
        var file = $"reports/{Path.GetFileName(report)}";
        var printed = broken.Output.Split('\n');
        Assert.Contains(printed, line => line.StartsWith($"{file}:{row + 1}:3 REP-012 ", StringComparison.Ordinal));
        Assert.Contains(printed, line => line.StartsWith($"{file}:{row + 1}:11 REP-026 ", StringComparison.Ordinal));
        Assert.Contains(printed, line => line.Contains(" warning REP-090 ", StringComparison.Ordinal));
        Assert.Equal(printed.Count(line => line.StartsWith(file, StringComparison.Ordinal)), broken.Error.Split('\n').Count(line => line.StartsWith("hint: ", StringComparison.Ordinal)));
        using var document = JsonDocument.Parse(json.Output);
        var told = document.RootElement.GetProperty("data");
        Assert.False(told.GetProperty("ok").GetBoolean());
        Assert.Contains(told.GetProperty("failures").EnumerateArray(), failure =>
            failure.GetProperty("rule").GetString() == "REP-012" && failure.GetProperty("line").GetInt32() == row + 1 && failure.GetProperty("column").GetInt32() == 3 && failure.GetProperty("hint").GetString() is { Length: > 0 });
        Assert.Equal("REP-090", Assert.Single(told.GetProperty("warnings").EnumerateArray().ToList()).GetProperty("rule").GetString());
        Assert.Equal(before, Files(directory));
    }

    private static Dictionary<string, string> Files(string directory) =>
        Directory.GetFiles(directory, "*", SearchOption.AllDirectories).ToDictionary(path => path, path => Convert.ToHexString(System.Security.Cryptography.SHA256.HashData(File.ReadAllBytes(path))), StringComparer.Ordinal);
}
