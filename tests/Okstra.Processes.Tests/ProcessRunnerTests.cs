using Okstra.Core.Problems;
using Okstra.Testing;

namespace Okstra.Processes.Tests;

public sealed class ProcessRunnerTests : IDisposable
{
    private readonly TempFolder _folder = new();
    private readonly ProcessRunner _runner;

    public ProcessRunnerTests() => _runner = new ProcessRunner(HermeticHost.Create(_folder.Path), TimeProvider.System);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Exit_code_and_both_outputs_come_back_as_values()
    {
        var exit = await _runner.RunAsync(Shell("echo out; echo err >&2; exit 7"), Token);

        Assert.Equal((ProcessEnding.Exited, 7, "out\n", "err\n"), (exit.Ending, exit.ExitCode, exit.StandardOutput, exit.StandardError));
    }

    [Fact]
    public async Task Environment_of_the_child_is_exactly_the_one_given()
    {
        var exit = await _runner.RunAsync(
            new ProcessSpec
            {
                Executable = "/usr/bin/env",
                Arguments = [],
                WorkingDirectory = _folder.Path,
                Environment = new Dictionary<string, string> { ["ONE"] = "1", ["TWO"] = "zwei = 2" },
            },
            Token);

        Assert.Equal(["ONE=1", "TWO=zwei = 2"], exit.StandardOutput.Split('\n', StringSplitOptions.RemoveEmptyEntries).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Arguments_reach_the_child_as_they_are()
    {
        string[] arguments = ["a b", "", "\"quoted\"", "$HOME", "*", "한글", "line\nbreak"];

        var exit = await _runner.RunAsync(Shell("printf '%s|' \"$@\"") with { Arguments = ["-c", "printf '%s|' \"$@\"", "sh", .. arguments] }, Token);

        Assert.Equal(string.Join('|', arguments) + "|", exit.StandardOutput);
    }

    [Fact]
    public async Task Standard_input_that_nobody_reads_is_normal()
    {
        var exit = await _runner.RunAsync(Shell("exec true") with { StandardInput = new string('x', 4 * 1024 * 1024) }, Token);

        Assert.Equal(0, exit.ExitCode);
    }

    [Fact]
    public async Task Large_input_and_output_do_not_block_each_other()
    {
        var text = new string('x', 3 * 1024 * 1024);

        var exit = await _runner.RunAsync(Shell("exec cat") with { StandardInput = text }, Token);

        Assert.Equal(text, exit.StandardOutput);
    }

    [Fact]
    public async Task Missing_program_is_named()
    {
        var error = await Assert.ThrowsAsync<UserErrorException>(() => _runner.RunAsync(Shell("") with { Executable = "no-such-program" }, Token));

        Assert.Contains("'no-such-program'", error.Problem.Message);
    }

    [Fact]
    public async Task Missing_folder_is_named()
    {
        var error = await Assert.ThrowsAsync<UserErrorException>(() => _runner.RunAsync(Shell("true") with { WorkingDirectory = _folder.At("gone") }, Token));

        Assert.Contains(_folder.At("gone"), error.Problem.Message);
    }

    [Fact]
    public async Task Cancellation_ends_the_child_and_what_it_started()
    {
        using var cancel = CancellationTokenSource.CreateLinkedTokenSource(Token);
        var pidFile = _folder.At("pid");
        var running = _runner.RunAsync(Shell($"sleep 300 & echo $! > '{pidFile}'; wait"), cancel.Token);
        var pid = await Wait.ForPidAsync(pidFile);

        await cancel.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => running);
        await Wait.UntilGoneAsync(pid);
    }

    [Fact]
    public async Task Output_over_the_limit_ends_the_child_and_keeps_the_beginning()
    {
        var exit = await _runner.RunAsync(Shell("exec yes") with { OutputLimit = 100_000 }, Token);

        Assert.Equal(ProcessEnding.OutputLimit, exit.Ending);
        Assert.Equal(100_000, exit.StandardOutput.Length);
    }

    [Fact]
    public async Task A_background_process_that_holds_the_output_does_not_hold_the_caller()
    {
        var pidFile = _folder.At("pid");

        var exit = await _runner.RunAsync(Shell($"echo out; sleep 300 & echo $! > '{pidFile}'; exit 3"), Token);

        Assert.Equal((3, "out\n"), (exit.ExitCode, exit.StandardOutput));
        Wait.Kill(await Wait.ForPidAsync(pidFile));
    }

    private ProcessSpec Shell(string script) => new()
    {
        Executable = "sh",
        Arguments = ["-c", script],
        WorkingDirectory = _folder.Path,
        Environment = HermeticHost.Variables(_folder.Path),
    };
}
