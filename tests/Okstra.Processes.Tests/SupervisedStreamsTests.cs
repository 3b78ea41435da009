using System.Text;
using Okstra.Testing;

namespace Okstra.Processes.Tests;

/// <summary>What goes into a supervised child and what comes out of it.</summary>
public sealed class SupervisedStreamsTests : IDisposable
{
    private readonly Sandbox _sandbox = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose() => _sandbox.Dispose();

    [Fact]
    public async Task Environment_of_the_child_is_the_one_given_and_its_label()
    {
        var spec = _sandbox.Shell("") with { Executable = "/usr/bin/env", Arguments = [], Environment = new Dictionary<string, string> { ["API_KEY"] = "secret" } };

        var exit = await SuperviseAsync(spec);

        Assert.Equal(["API_KEY=secret", "OKSTRA_DISPATCH=label-1"], exit.StandardOutput.Split('\n', StringSplitOptions.RemoveEmptyEntries).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Nothing_secret_is_on_a_command_line_or_in_the_environment_of_the_supervisor()
    {
        var spec = _sandbox.Shell("tr '\\0' '\\n' < /proc/$PPID/cmdline; tr '\\0' '\\n' < /proc/$PPID/environ") with { StandardInput = "the-prompt" };
        spec = spec with { Environment = new Dictionary<string, string>(spec.Environment) { ["API_KEY"] = "the-secret" } };

        var exit = await SuperviseAsync(spec);

        Assert.Contains("__exec\nlabel-1\n", exit.StandardOutput);
        Assert.DoesNotContain("the-secret", exit.StandardOutput);
        Assert.DoesNotContain("the-prompt", exit.StandardOutput);
    }

    [Fact]
    public async Task Prompt_arrives_whole_and_ends()
    {
        var prompt = string.Concat(Enumerable.Repeat("한글 ünïcode line\n", 200_000));

        var exit = await SuperviseAsync(_sandbox.Shell("exec cat") with { StandardInput = prompt });

        Assert.Equal(prompt, exit.StandardOutput);
    }

    [Fact]
    public async Task Standard_input_is_closed_when_there_is_no_prompt()
    {
        var exit = await SuperviseAsync(_sandbox.Shell("cat; echo end"));

        Assert.Equal("end\n", exit.StandardOutput);
    }

    [Fact]
    public async Task A_prompt_that_nobody_reads_does_not_block()
    {
        var exit = await SuperviseAsync(_sandbox.Shell("exec echo done") with { StandardInput = new string('x', 8 * 1024 * 1024) });

        Assert.Equal((0, "done\n"), (exit.ExitCode, exit.StandardOutput));
    }

    [Fact]
    public async Task Sinks_receive_everything_and_memory_keeps_the_end()
    {
        using var output = new MemoryStream();
        using var errors = new MemoryStream();

        var exit = await _sandbox.Runner.SuperviseAsync(_sandbox.Shell("seq 1 100000; echo problem >&2"), "label-1", output, errors, _ => { }, Token);

        Assert.Equal(string.Concat(Enumerable.Range(1, 100_000).Select(number => $"{number}\n")), Encoding.UTF8.GetString(output.ToArray()));
        Assert.Equal("problem\n", Encoding.UTF8.GetString(errors.ToArray()));
        Assert.EndsWith("\n99999\n100000\n", exit.StandardOutput);
        Assert.Equal(64 * 1024, exit.StandardOutput.Length);
    }

    [Fact]
    public async Task A_sink_never_receives_more_than_the_output_limit()
    {
        using var output = new MemoryStream();

        var exit = await _sandbox.Runner.SuperviseAsync(_sandbox.Shell("exec yes") with { OutputLimit = 1_000_000 }, "label-1", output, null, _ => { }, Token);

        Assert.Equal((ProcessEnding.OutputLimit, 1_000_000), (exit.Ending, (int)output.Length));
    }

    [Fact]
    public async Task Standard_error_counts_against_the_limit_too()
    {
        var exit = await SuperviseAsync(_sandbox.Shell("exec yes >&2") with { OutputLimit = 1_000_000 });

        Assert.Equal(ProcessEnding.OutputLimit, exit.Ending);
    }

    [Fact]
    public async Task The_supervisor_leads_a_session_of_its_own()
    {
        var identity = default(ProcessIdentity);

        var exit = await _sandbox.Runner.SuperviseAsync(_sandbox.Shell("cat /proc/$PPID/stat"), "label-1", null, null, started => identity = started, Token);

        var fields = exit.StandardOutput[(exit.StandardOutput.LastIndexOf(')') + 2)..].Split(' ');
        Assert.Equal($"{identity.Pid}", fields[3]);
        Assert.Equal($"{identity.StartTime}", fields[19]);
    }

    [Fact]
    public async Task A_library_is_started_with_dotnet()
    {
        var host = HermeticHost.Create(_sandbox.Path) with { OkstraExecutable = Sandbox.HostProgram + ".dll" };

        var exit = await new ProcessRunner(host, TimeProvider.System).SuperviseAsync(_sandbox.Shell("exit 4"), "label-1", null, null, _ => { }, Token);

        Assert.Equal(4, exit.ExitCode);
    }

    private Task<ProcessExit> SuperviseAsync(ProcessSpec spec) => _sandbox.Runner.SuperviseAsync(spec, "label-1", null, null, _ => { }, Token);
}
