using System.CommandLine;
using Okstra.Cli.Output;
using Spectre.Console;

namespace Okstra.Cli.Commands;

/// <summary><c>okstra status</c>: every task of the project and where it stands.</summary>
internal static class StatusCommand
{
    public static Command Create(CliContext context)
    {
        var projectRoot = Options.ProjectRoot();
        var json = Options.Json();
        var command = new Command("status", "Show the project's tasks and where they stand.") { projectRoot, json };
        command.SetAction(parsed =>
        {
            var services = Composition.Services(context);
            var scope = ProjectScope.Of(services, parsed.GetValue(projectRoot)).Registered();
            var answer = new StatusAnswer(scope.ProjectId!, TaskViews.All(services, scope.State));
            if (parsed.GetValue(json))
            {
                JsonAnswer.Write(context.Out, answer, CliJson.Default.StatusAnswer);
                return ExitCodes.Ok;
            }

            Print(answer, context);
            return ExitCodes.Ok;
        });
        return command;
    }

    private static void Print(StatusAnswer answer, CliContext context)
    {
        if (answer.Tasks.Count == 0)
        {
            context.Out.WriteLine($"{answer.ProjectId}: no tasks yet");
            return;
        }

        var table = new Table().Border(TableBorder.Rounded).AddColumns("Task", "Phase", "Work", "Run", "Next");
        foreach (var task in answer.Tasks)
        {
            table.AddRow(Markup.Escape(TerminalText.Clean(task.TaskKey)), task.TaskType, task.WorkStatus, task.RunStatus, task.Next ?? "");
        }

        Consoles.For(context.Out, context.OutputIsTerminal, context).Write(table);
    }
}
