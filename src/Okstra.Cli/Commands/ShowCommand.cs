using System.CommandLine;
using Okstra.Cli.Output;
using Spectre.Console;

namespace Okstra.Cli.Commands;

/// <summary><c>okstra show &lt;task&gt;</c>: one task and its runs.</summary>
internal static class ShowCommand
{
    public static Command Create(CliContext context)
    {
        var task = new Argument<string>("task") { Description = "A task key, or <task-group>/<task-id>." };
        var projectRoot = Options.ProjectRoot();
        var json = Options.Json();
        var command = new Command("show", "Show one task and its runs.") { task, projectRoot, json };
        command.SetAction(parsed =>
        {
            var services = Composition.Services(context);
            var answer = TaskViews.Of(services, ProjectScope.Of(services, parsed.GetValue(projectRoot)).Registered().Task(parsed.GetValue(task)!));
            if (parsed.GetValue(json))
            {
                JsonAnswer.Write(context.Out, answer, CliJson.Default.TaskAnswer);
                return ExitCodes.Ok;
            }

            Print(answer, context);
            return ExitCodes.Ok;
        });
        return command;
    }

    private static void Print(TaskAnswer answer, CliContext context)
    {
        context.Out.WriteLine($"{TerminalText.Clean(answer.Task.TaskKey)}: {answer.Task.WorkStatus}, next: {answer.Task.Next ?? "none"}");
        context.Out.WriteLine(answer.TaskRoot);
        context.Out.WriteLine($"phases: {string.Join(", ", answer.Phases.Select(phase => $"{phase.Key} {phase.Value}"))}");
        context.Out.WriteLine(answer.Checkpoint is { } point ? $"last safe checkpoint: {point.Phase} {point.Seq}, {TerminalText.Clean(point.ReportPath)}" : "last safe checkpoint: none yet");
        var table = new Table().Border(TableBorder.Rounded).AddColumns("Phase", "Run", "Status", "Prepared", "Findings", "Report");
        foreach (var run in answer.Runs)
        {
            var findings = run.Classifications is null ? "" : string.Join(", ", run.Classifications.Where(count => count.Value > 0).Select(count => $"{count.Value} {count.Key}"));
            var settled = string.Join(", ", (run.Settlements ?? new Dictionary<string, int>()).Where(count => count.Value > 0).Select(count => $"{count.Value} {count.Key}"));
            table.AddRow(TaskViews.Phase(run.TaskType, run.Stage), run.Seq, run.Status, run.CreatedAt, settled.Length > 0 ? $"{findings}\nsettled: {settled}" : findings, Markup.Escape(run.Report is null ? "" : Path.GetRelativePath(answer.TaskRoot, run.Report)));
        }

        Consoles.For(context.Out, context.OutputIsTerminal, context).Write(table);
    }
}
