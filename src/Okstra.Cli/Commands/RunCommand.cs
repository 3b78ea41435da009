using System.CommandLine;
using Okstra.Cli.Output;
using Okstra.Cli.Running;
using Okstra.Core.Problems;
using Okstra.Engine;
using Okstra.Engine.Pipeline;
using Okstra.Engine.Preparation;
using Okstra.Engine.Workers;
using Okstra.State.Files;

namespace Okstra.Cli.Commands;

/// <summary><c>okstra run</c>: prepares a bundle and carries the run out, or stops after the bundle with <c>--render-only</c>.</summary>
internal static class RunCommand
{
    public static Command Create(CliContext context)
    {
        var prepare = new PrepareOptions();
        var renderOnly = new Option<bool>("--render-only") { Description = "Prepare the bundle and stop there." };
        var resume = new Option<bool>(PrepareOptions.ResumeClarification) { Description = "Answer the newest report of --task-key in $EDITOR, then run its phase again with the answers." };
        var quick = new Option<bool>(PrepareOptions.Quick) { Description = "One worker and the built-in auditors, one round, a short report; the phase is what the brief says, else error-analysis." };
        var terms = new RunTerms();
        var estimate = new Option<bool>("--estimate") { Description = "Dispatch nobody: say what the run may use, from the project's own history." };
        var json = Options.Json();
        var command = new Command("run", "Prepare a task and have the workers analyse it, verify one another and write a report; the phases after planning are prepared only.") { renderOnly, estimate, json, Options.Yes(), resume, quick };
        prepare.AddTo(command);
        terms.AddTo(command);
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var options = terms.Read(parsed, "okstra run");
            var services = Composition.Services(context);
            var asked = parsed.GetValue(resume) ? await new ClarificationResuming(services, command, prepare, context).RequestAsync(parsed, cancellationToken) : prepare.Read(parsed, context);
            var request = asked with { RenderOnly = parsed.GetValue(renderOnly), Quick = parsed.GetValue(quick), Budgets = terms.Budgets(parsed) };
            if (parsed.GetValue(estimate))
            {
                return await EstimatePrinter.PrintAsync(services, request, context, parsed.GetValue(json), cancellationToken);
            }

            var prepared = await PrepareAsync(services, request, context, cancellationToken);
            if (parsed.GetValue(renderOnly))
            {
                PrintBundle(prepared.Bundle, context, parsed.GetValue(json));
                return ExitCodes.Ok;
            }

            return await RunExecution.CarryOutAsync(services, prepared.Bundle, options, context, parsed.GetValue(json), prepared.Warnings, cancellationToken);
        });
        return command;
    }

    public static Option<int?> WorkerTimeout() => new("--worker-timeout") { Description = "Seconds one worker may take; default 1800." };

    /// <exception cref="UserErrorException">Not a time a worker can have.</exception>
    public static TimeSpan Budget(int? seconds) => seconds switch
    {
        null => new RunOptions { Verb = "" }.WorkerBudget,
        >= 1 and <= 86_400 => TimeSpan.FromSeconds(seconds.Value),
        _ => throw new UserErrorException("OKS0510", $"--worker-timeout {seconds} is out of range", "give 1 to 86400 seconds"),
    };

    public static Task<PreparedRun> PrepareAsync(RunServices services, PrepareRequest request, CliContext context, CancellationToken cancellationToken) =>
        new RunPreparation(services).PrepareAsync(request, WorkerChoice.Available(services, request.Workers), cancellationToken);

    public static void PrintBundle(RunBundle bundle, CliContext context, bool json)
    {
        if (json)
        {
            JsonAnswer.Write(context.Out, BundleAnswer.Of(bundle), CliJson.Default.BundleAnswer);
        }
        else
        {
            context.Out.WriteLine(BundleLabels.Render(bundle, TextFiles.Read(bundle.LeadPromptPath)));
        }
    }
}
