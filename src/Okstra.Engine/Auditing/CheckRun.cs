using Okstra.Core.Auditing;
using Okstra.Core.Hosting;
using Okstra.Core.Problems;
using Okstra.Core.Projects;
using Okstra.Core.Text;
using Okstra.Processes;

namespace Okstra.Engine.Auditing;

/// <summary>Runs one confirmed command in the throw-away worktree.</summary>
internal static class CheckRun
{
    private const long OutputLimit = 16L * 1024 * 1024;

    private const int LongestLog = 512 * 1024;

    /// <summary>Null when the program does not exist on this machine.</summary>
    public static async Task<RecordedCommand?> RunAsync(AuditContext context, QaCommand command, string folder, TimeSpan budget, CancellationToken cancellationToken)
    {
        var argv = CommandLine.Split(command.Command);
        if (argv.Count == 0)
        {
            return null;
        }

        var recorded = await StartAsync(context.Runner, context.Host, argv, $"auditor-checks-{command.Kind}", folder, budget, cancellationToken);
        if (recorded is not null)
        {
            context.Record(recorded);
        }

        return recorded;
    }

    /// <summary>The same without keeping a record: supervised, in a clean environment, with bounded output. Null when the program does not exist on this machine.</summary>
    public static async Task<RecordedCommand?> StartAsync(IProcessRunner runner, HostEnvironment host, IReadOnlyList<string> argv, string label, string folder, TimeSpan budget, CancellationToken cancellationToken)
    {
        ProcessExit exit;
        try
        {
            exit = await runner.SuperviseAsync(
                new ProcessSpec
                {
                    Executable = argv[0].Contains('/', StringComparison.Ordinal) && !Path.IsPathRooted(argv[0]) ? Path.GetFullPath(argv[0], folder) : argv[0],
                    Arguments = [.. argv.Skip(1)],
                    WorkingDirectory = folder,
                    Environment = CheckEnvironment.Of(host),
                    TimeBudget = budget,
                    OutputLimit = OutputLimit,
                },
                label,
                null,
                null,
                _ => { },
                cancellationToken);
        }
        catch (UserErrorException)
        {
            return null;
        }

        var log = SafeText.Clean($"{exit.StandardOutput}\n{exit.StandardError}").Replace(folder + "/", "", StringComparison.Ordinal);
        return new RecordedCommand(argv, exit.ExitCode, log.Length > LongestLog ? log[^LongestLog..] : log, Ending(exit.Ending));
    }

    private static string Ending(ProcessEnding ending) => ending switch
    {
        ProcessEnding.TimedOut => "timed-out",
        ProcessEnding.OutputLimit => "output-limit",
        ProcessEnding.Cancelled => "cancelled",
        _ => "exited",
    };
}
