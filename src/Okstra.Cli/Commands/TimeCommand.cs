using System.CommandLine;
using System.Globalization;
using Okstra.Cli.Output;
using Okstra.Core.Problems;
using Okstra.Core.Runs;
using Okstra.Core.Tasks;
using Okstra.Core.Timing;
using Okstra.Engine.Timing;
using Spectre.Console;

namespace Okstra.Cli.Commands;

/// <summary><c>okstra time &lt;task&gt;</c>: wall time by phase, run, worker and round, and what was waiting (R-CLI-099).</summary>
internal static class TimeCommand
{
    public static Command Create(CliContext context)
    {
        var task = new Argument<string>("task") { Description = "A task key, or <task-group>/<task-id>." };
        var run = new Option<string?>("--run", "--seq") { Description = "Number of a run; default: all." };
        var type = new Option<string?>("--task-type") { Description = "One phase; default: all." };
        var projectRoot = Options.ProjectRoot();
        var json = Options.Json();
        var command = new Command("time", "Show where the time of a task went: phases, runs, workers, rounds, waiting.") { task, run, type, projectRoot, json };
        command.SetAction(parsed =>
        {
            var services = Composition.Services(context);
            var layout = ProjectScope.Of(services, parsed.GetValue(projectRoot)).Registered().Task(parsed.GetValue(task)!);
            var answer = new TaskTiming(services).Read(layout, Seq(parsed.GetValue(run)), Type(parsed.GetValue(type)));
            if (parsed.GetValue(json))
            {
                JsonAnswer.Write(context.Out, answer, CliJson.Default.TaskTime);
            }
            else
            {
                Print(answer, context);
            }

            return ExitCodes.Ok;
        });
        return command;
    }

    private static RunSeq? Seq(string? text) => text is null ? null
        : RunSeq.TryParse(text, out var seq) ? seq
        : throw new UserErrorException("OKS0522", $"'{text}' is not the number of a run", "numbers look like 001");

    private static TaskType? Type(string? text) => text is null ? null : TaskTypes.TryParse(text, out var type, out var problem) ? type : throw new UserErrorException(problem);

    private static void Print(TaskTime time, CliContext context)
    {
        var console = Consoles.For(context.Out, context.OutputIsTerminal, context);
        context.Out.WriteLine($"{TerminalText.Clean(time.TaskKey)}: {Span(time.Seconds)} from {time.From ?? "-"} to {time.To ?? "-"}{(time.InProgress ? $" (a run is in progress and counts until now, {time.AsOf})" : "")}");
        context.Out.WriteLine($"in runs {Span(time.InRunsSeconds)} + between runs, waiting for you {Span(time.BetweenRunsSeconds)} = {Span(time.Seconds)}");
        var phases = new Table().Border(TableBorder.Rounded).AddColumns("Phase", "Runs", "Time", "Workers", "Lead", "Waiting");
        foreach (var phase in time.Phases)
        {
            phases.AddRow(phase.TaskType, $"{phase.Runs}", Span(phase.Seconds), Span(phase.WorkersSeconds), Span(phase.LeadSeconds), Span(phase.WaitingSeconds));
        }

        phases.AddRow("sum", $"{time.Runs.Count}", Span(time.Phases.Sum(phase => phase.Seconds)), Span(time.Phases.Sum(phase => phase.WorkersSeconds)), Span(time.Phases.Sum(phase => phase.LeadSeconds)), Span(time.Phases.Sum(phase => phase.WaitingSeconds)));
        console.Write(phases);
        if (time.OverlapSeconds > 0)
        {
            context.Out.WriteLine($"{Span(time.OverlapSeconds)} of the sum were counted by several runs at once");
        }

        foreach (var run in time.Runs)
        {
            Print(run, console, context);
        }

        foreach (var gap in time.Gaps)
        {
            context.Out.WriteLine($"waited for you {Span(gap.Seconds)}: after {gap.After}, before {gap.Before}");
        }
    }

    private static void Print(RunTime run, IAnsiConsole console, CliContext context)
    {
        var note = run.Activity switch { RunActivity.InProgress => ", in progress", RunActivity.Interrupted => ", interrupted: up to its last sign of life", RunActivity.Prepared => ", not taken up yet", _ => "" };
        context.Out.WriteLine($"{TaskViews.Phase(run.TaskType, run.Stage)} {run.Seq}: {Span(run.Seconds)} = workers {Span(run.WorkersSeconds)} + lead {Span(run.LeadSeconds)} + waiting {Span(run.WaitingSeconds)}{note}");
        if (run.Rounds.Count == 0)
        {
            return;
        }

        var table = new Table().Border(TableBorder.Rounded).AddColumns("Round or worker", "Dispatches", "Wall time", "Sum of workers");
        foreach (var round in run.Rounds)
        {
            table.AddRow(Round(round.Round), $"{round.Dispatches}", Span(round.Seconds), Span(round.WorkerSeconds));
        }

        foreach (var worker in run.Workers)
        {
            table.AddRow(Markup.Escape(worker.Worker), $"{worker.Dispatches}{(worker.Superseded > 0 ? $" ({worker.Superseded} cut off)" : "")}", "", Span(worker.Seconds));
        }

        console.Write(table);
    }

    private static string Round(int round) => round switch { 0 => "analysis", -1 => "report", -2 => "grouping", _ => $"re-verification {round}" };

    private static string Span(long seconds) => TimeSpan.FromSeconds(seconds).ToString("c", CultureInfo.InvariantCulture);
}
