using System.CommandLine;
using Okstra.Cli.Output;
using Okstra.Engine.Validating;

namespace Okstra.Cli.Commands;

/// <summary><c>okstra validate-run &lt;run&gt;</c>: checks what a run wrote; exit 0 when it holds, 1 with one line for each failure (R-OPN-46).</summary>
internal static class ValidateRunCommand
{
    public static Command Create(CliContext context)
    {
        var run = new Argument<string?>("run") { Description = "A run directory, a report, or a task key; default: the newest run.", Arity = ArgumentArity.ZeroOrOne };
        var runDirectory = new Option<string?>("--run-dir") { Description = "The same, as an option." };
        var seq = Options.Seq();
        var projectRoot = Options.ProjectRoot();
        var json = Options.Json();
        var command = new Command("validate-run", "Check what a run wrote.") { run, runDirectory, seq, projectRoot, json };
        command.SetAction(parsed =>
        {
            var services = Composition.Services(context);
            var bundle = ProjectScope.Of(services, parsed.GetValue(projectRoot)).Bundle(parsed.GetValue(run) ?? parsed.GetValue(runDirectory), parsed.GetValue(seq));
            var document = new ValidateStage(services, bundle).Check();
            if (parsed.GetValue(json))
            {
                JsonAnswer.Write(context.Out, ValidationLine.Of(document), CliJson.Default.ValidationLine);
            }
            else
            {
                ReportLines.Write(context, document.Failures);
                ReportLines.Write(context, document.Warnings, "warning ");
                context.Out.WriteLine((document.Ok ? $"ok: {bundle.Key} {bundle.Manifest.TaskType} run {bundle.Manifest.Seq}" : $"{document.Failures.Count} failure(s)") + (document.Warnings.Count > 0 ? $", {document.Warnings.Count} warning(s)" : ""));
            }

            return document.Ok ? ExitCodes.Ok : ExitCodes.Refused;
        });
        return command;
    }
}
