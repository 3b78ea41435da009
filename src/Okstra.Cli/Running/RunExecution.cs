using Okstra.Cli.Output;
using Okstra.Engine;
using Okstra.Engine.Pipeline;
using Okstra.Engine.Preparation;

namespace Okstra.Cli.Running;

/// <summary>Carries a prepared run out under a progress view and prints its end; shared by <c>run</c>, <c>resume</c> and <c>demo</c>.</summary>
internal static class RunExecution
{
    public static async Task<int> CarryOutAsync(
        RunServices services, RunBundle bundle, RunOptions options, CliContext context, bool json, IReadOnlyList<string> warnings, CancellationToken cancellationToken)
    {
        RunOutcome outcome;
        try
        {
            outcome = await WatchedAsync(services, bundle, options, context, json, warnings, cancellationToken);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            await context.Error.WriteLineAsync($"hint: okstra resume {bundle.Key} goes on from here");
            throw;
        }

        if (json)
        {
            JsonAnswer.Write(context.Out, RunPrinter.Answer(outcome), CliJson.Default.RunAnswer);
        }
        else
        {
            RunPrinter.Print(outcome, context);
        }

        RunPrinter.ExplainFailure(outcome, context);
        return RunPrinter.ExitCode(outcome);
    }

    private static async Task<RunOutcome> WatchedAsync(
        RunServices services, RunBundle bundle, RunOptions options, CliContext context, bool json, IReadOnlyList<string> warnings, CancellationToken cancellationToken)
    {
        if (!context.ErrorIsTerminal || json)
        {
            return await CarryOutAsync(new PlainRunView(context.Error, context.Time));
        }

        await using var view = new LiveRunView(Consoles.For(context.Error, terminal: true, context), context.Time);
        return await CarryOutAsync(view);

        Task<RunOutcome> CarryOutAsync(IRunObserver observer)
        {
            foreach (var warning in warnings)
            {
                observer.Warned(warning);
            }

            return new RunPipeline(services, observer).RunAsync(bundle, options, cancellationToken);
        }
    }
}
