using System.CommandLine;
using Okstra.Cli.Commands;
using Okstra.Cli.Output;
using Okstra.Core.Problems;

namespace Okstra.Cli;

/// <summary>Parses, runs one command, and is the only place that turns an exception into text and an exit code.</summary>
internal static class CliHost
{
    public static async Task<int> RunAsync(IReadOnlyList<string> args, CliContext context, CancellationToken cancellationToken)
    {
        var problems = new ProblemWriter(context.Error);
        try
        {
            var normal = Verbs.Normalise(args);
            var parsed = Verbs.Root(context, normal[0]).Parse(normal);
            if (parsed.Errors.Count > 0)
            {
                problems.WriteUsage(parsed);
                return ExitCodes.Usage;
            }

            // Our own cancellation (one polite stop, then a hard one) replaces the library's, and exceptions come here.
            var invocation = new InvocationConfiguration
            {
                Output = context.Out,
                Error = context.Error,
                EnableDefaultExceptionHandler = false,
                ProcessTerminationTimeout = null,
            };
            return await parsed.InvokeAsync(invocation, cancellationToken);
        }
        catch (UserErrorException refusal)
        {
            problems.Write(refusal.Problem);
            return ExitCodes.Refused;
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            await context.Error.WriteLineAsync("stopped; everything finished so far is kept");
            return ExitCodes.Cancelled;
        }
#pragma warning disable CA1031 // The one catcher: whatever arrives here is a bug, and a user gets a sentence and a log, never a stack trace.
        catch (Exception bug)
        {
            problems.WriteBug(bug, BugLog.TryWrite(bug, args, context));
            return ExitCodes.Bug;
        }
#pragma warning restore CA1031
    }
}
