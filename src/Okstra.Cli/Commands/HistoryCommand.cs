using System.CommandLine;
using System.Globalization;
using Okstra.Cli.Output;
using Spectre.Console;

namespace Okstra.Cli.Commands;

/// <summary><c>okstra history &lt;task&gt;</c>: its runs in order of time, and how each is taken up again (R-CLI-096).</summary>
internal static class HistoryCommand
{
    public static Command Create(CliContext context)
    {
        var task = new Argument<string>("task") { Description = "A task key, or <task-group>/<task-id>." };
        var projectRoot = Options.ProjectRoot();
        var json = Options.Json();
        var command = new Command("history", "Show the runs of a task in order of time, with report, duration and resume script.") { task, projectRoot, json };
        command.SetAction(parsed =>
        {
            var services = Composition.Services(context);
            var answer = TaskHistory.Of(services, ProjectScope.Of(services, parsed.GetValue(projectRoot)).Registered().Task(parsed.GetValue(task)!));
            if (parsed.GetValue(json))
            {
                JsonAnswer.Write(context.Out, answer, CliJson.Default.HistoryAnswer);
            }
            else
            {
                Print(answer, context);
            }

            return ExitCodes.Ok;
        });
        return command;
    }

    private static void Print(HistoryAnswer answer, CliContext context)
    {
        context.Out.WriteLine($"{TerminalText.Clean(answer.TaskKey)}: {answer.Runs.Count} run(s)");
        var table = new Table().Border(TableBorder.Rounded).AddColumns("Prepared", "Phase", "Run", "Status", "Took", "Report");
        foreach (var run in answer.Runs)
        {
            table.AddRow(run.PreparedAt, TaskViews.Phase(run.TaskType, run.Stage), run.Seq, run.Status, Took(run.Seconds), Markup.Escape(run.Report ?? ""));
        }

        Consoles.For(context.Out, context.OutputIsTerminal, context).Write(table);
        foreach (var run in answer.Runs.Where(run => run.ResumeCommand is not null))
        {
            context.Out.WriteLine($"resume {TaskViews.Phase(run.TaskType, run.Stage)} {run.Seq}: {run.ResumeCommand}");
        }
    }

    private static string Took(double? seconds) => seconds is { } known ? TimeSpan.FromSeconds(known).ToString("c", CultureInfo.InvariantCulture) : "";
}
