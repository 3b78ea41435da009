using System.Diagnostics;
using Okstra.Core.Runs;
using Okstra.Testing;

namespace Okstra.Cli.Tests.Support;

/// <summary>The built okstra as a user starts it: a cleared environment, a home of its own, and a process of its own for all verbs that start workers, are killed or are asked something.</summary>
internal sealed class OkstraProcess(string home, string workingDirectory)
{
    private const string Fault = "OKSTRA_TEST_FAULT";
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);

    // They start no worker and end by themselves, so they may share the process of the tests: the same entry point, a third of the time.
    private static readonly HashSet<string> Answering = new(StringComparer.Ordinal)
    {
        "answer", "approve", "brief", "converge", "finish", "git-reconcile", "handoff", "history", "render-bundle", "report", "schedule", "show", "spawn-followups", "status", "time", "token-usage", "usage", "validate-run", "worktree",
    };

    public Dictionary<string, string> Environment { get; } = HermeticHost.Variables(home);

    /// <summary>Whatever it calls may kill the process that called it.</summary>
    public bool MayBeKilled { get; set; }

    public Task<OkstraEnding> RunAsync(params IEnumerable<string> arguments)
    {
        IReadOnlyList<string> all = [.. arguments];
        return all is [var verb, ..] && Answering.Contains(verb) && !MayBeKilled && !Environment.ContainsKey(Fault) ? AnswerAsync(all) : EndAsync(Start(all));
    }

    /// <summary>The same with something on standard input.</summary>
    public Task<OkstraEnding> RunWithInputAsync(string input, params IEnumerable<string> arguments) => EndAsync(Start(BuiltProgram.Okstra, arguments, input));

    /// <summary>Another program under the same environment, in the same folder.</summary>
    public Task<OkstraEnding> RunProgramAsync(string program, params IEnumerable<string> arguments) => EndAsync(Start(program, arguments, input: null));

    /// <summary>Another program with something on standard input.</summary>
    public Task<OkstraEnding> RunProgramWithInputAsync(string program, string input, params IEnumerable<string> arguments) => EndAsync(Start(program, arguments, input));

    public Process Start(params IEnumerable<string> arguments) => Start(BuiltProgram.Okstra, arguments, input: null);

    private async Task<OkstraEnding> AnswerAsync(IReadOnlyList<string> arguments)
    {
        await using var output = new StringWriter();
        await using var error = new StringWriter();
        var host = HermeticHost.Create(home) with { Variables = new Dictionary<string, string>(Environment, StringComparer.Ordinal), CurrentDirectory = workingDirectory };
        var context = new CliContext
        {
            Out = output,
            Error = error,
            In = TextReader.Null,
            Host = host,
            Time = TimeProvider.System,
            Ids = IdSource.FromSystem(),
            ErrorIsTerminal = false,
            InputIsTerminal = false,
            OutputIsTerminal = false,
        };
        var exit = await CliHost.RunAsync(arguments, context, TestContext.Current.CancellationToken);
        return new OkstraEnding(exit, output.ToString(), error.ToString());
    }

    private static async Task<OkstraEnding> EndAsync(Process process)
    {
        using var owned = process;
        var output = process.StandardOutput.ReadToEndAsync();
        var error = process.StandardError.ReadToEndAsync();
        try
        {
            await process.WaitForExitAsync().WaitAsync(Patience);
        }
        catch (TimeoutException)
        {
            process.Kill(entireProcessTree: true);
            throw;
        }

        return new OkstraEnding(process.ExitCode, await output, await error);
    }

    private Process Start(string program, IEnumerable<string> arguments, string? input)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            WorkingDirectory = workingDirectory,
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment.Clear();
        foreach (var (name, value) in Environment)
        {
            start.Environment[name] = value;
        }

        var process = Process.Start(start)!;
        if (input is not null)
        {
            process.StandardInput.Write(input);
        }

        process.StandardInput.Close();
        return process;
    }
}
