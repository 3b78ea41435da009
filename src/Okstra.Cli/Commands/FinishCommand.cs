using System.CommandLine;
using Okstra.Cli.Output;
using Okstra.Core.Runs;
using Okstra.Core.Tasks;
using Okstra.Engine.Finishing;

namespace Okstra.Cli.Commands;

/// <summary><c>okstra finish</c>: ends a run that a session led; exit 0 when its report is valid and its work recorded, 1 otherwise.</summary>
internal static class FinishCommand
{
    public static Command Create(CliContext context)
    {
        var run = new Argument<string?>("run") { Description = "A run directory, its Markdown report, or a task key; default: the newest run.", Arity = ArgumentArity.ZeroOrOne };
        var seq = Options.Seq();
        var projectRoot = Options.ProjectRoot();
        var session = new Option<string?>("--lead-session") { Description = "Id of the session that led the run." };
        var json = Options.Json();
        var command = new Command("finish", "End an implementation, verification or hand-off that a session led: read its report in, check it, record its work.") { run, seq, projectRoot, session, json };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var services = Composition.Services(context);
            var bundle = ProjectScope.Of(services, parsed.GetValue(projectRoot)).Bundle(parsed.GetValue(run), parsed.GetValue(seq));
            var finished = await new SessionRunEnding(services).FinishAsync(bundle, parsed.GetValue(session), cancellationToken);
            if (parsed.GetValue(json))
            {
                JsonAnswer.Write(context.Out, Answer(finished), CliJson.Default.RunFinishAnswer);
            }
            else
            {
                Print(context, finished);
            }

            return finished.Status == RunStatus.Completed ? ExitCodes.Ok : ExitCodes.Refused;
        });
        return command;
    }

    private static RunFinishAnswer Answer(FinishedRun finished) => new()
    {
        TaskKey = finished.Bundle.Key.ToString(),
        TaskType = finished.Bundle.Type.Token(),
        Seq = finished.Bundle.Manifest.Seq,
        Status = finished.Status?.Token(),
        Stage = finished.Stage,
        HeadSha = finished.HeadSha,
        Routing = finished.Routing,
        Report = new ReportPaths(finished.Bundle.Layout.ReportDocument, finished.Bundle.Layout.ReportMarkdown, finished.Bundle.Layout.ReportHtml),
        Problems = finished.Import.Problems,
        Validation = finished.Validation is { } validation ? ValidationLine.Of(validation) : null,
    };

    private static void Print(CliContext context, FinishedRun finished)
    {
        ReportLines.Write(context, finished.Bundle, finished.Import, finished.Validation?.Failures ?? []);
        if (finished.Status is not { } status)
        {
            context.Out.WriteLine($"the report has {finished.Import.Problems.Count(problem => !problem.IsWarning)} problem(s); the run goes on");
            return;
        }

        context.Out.WriteLine($"run {finished.Bundle.Manifest.Seq} of {finished.Bundle.Key} ({finished.Bundle.Type.Token()}): {status.Token()}");
        if (finished.Stage is { } stage)
        {
            context.Out.WriteLine($"stage {stage} is done at {finished.HeadSha}");
        }

        if (status == RunStatus.Completed && finished.Routing is { } next)
        {
            context.Out.WriteLine($"next: {TerminalText.Clean(next)}");
        }
    }
}
