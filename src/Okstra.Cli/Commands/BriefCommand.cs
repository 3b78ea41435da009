using System.CommandLine;
using Okstra.Cli.Output;
using Okstra.Core.Briefs;
using Okstra.Core.Problems;
using Okstra.Engine.Briefs;

namespace Okstra.Cli.Commands;

/// <summary><c>okstra brief</c>: write a brief, and see what is missing in one.</summary>
internal static class BriefCommand
{
    public static Command Create(CliContext context) => new("brief", "Write a brief, or check one.") { New(context), Check(context) };

    /// <summary>Issues as <c>file:line:column id level: message</c>, each with its hint.</summary>
    public static void Print(BriefCheckOutcome outcome, string shown, CliContext context)
    {
        foreach (var issue in outcome.Issues)
        {
            var level = issue.Level == BriefLevel.Error ? "error" : "warning";
            context.Out.WriteLine($"{TerminalText.Clean(shown)}:{issue.Line}:{issue.Column} {issue.Id} {level}: {TerminalText.Clean(issue.Message)}");
            context.Out.WriteLine($"  hint: {TerminalText.Clean(issue.Hint)}");
        }

        var errors = outcome.Issues.Count(issue => issue.Level == BriefLevel.Error);
        context.Out.WriteLine($"{TerminalText.Clean(shown)}: {(outcome.Ok ? "ok" : "not ready")} as {outcome.Type}, {errors} error(s), {outcome.Issues.Count - errors} warning(s)");
    }

    private static Command Check(CliContext context)
    {
        var file = new Argument<string>("file") { Description = "The brief." };
        var type = new Option<string?>("--task-type", "--type") { Description = $"What it is for: {string.Join(", ", BriefForms.All.Select(form => form.Name))}; default: as its frontmatter says." };
        var taskKey = new Option<string?>("--task-key") { Description = "The task it is for; default: as its frontmatter says." };
        var projectRoot = Options.ProjectRoot();
        var json = Options.Json();
        var command = new Command("check", "Say what is missing or wrong in a brief; changes nothing.") { file, type, taskKey, projectRoot, json };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var request = new BriefCheckRequest { Path = parsed.GetValue(file)!, Type = parsed.GetValue(type), TaskKey = parsed.GetValue(taskKey), ProjectRoot = parsed.GetValue(projectRoot) };
            var outcome = await new BriefChecking(Composition.Services(context)).CheckAsync(request, cancellationToken);
            if (parsed.GetValue(json))
            {
                JsonAnswer.Write(context.Out, outcome, CliJson.Default.BriefCheckOutcome);
            }
            else
            {
                Print(outcome, request.Path, context);
            }

            return outcome.Ok ? ExitCodes.Ok : ExitCodes.Refused;
        });
        return command;
    }

    private static Command New(CliContext context)
    {
        var type = new Option<string>("--type", "--task-type") { Description = $"What it is for: {string.Join(", ", BriefForms.All.Select(form => form.Name))}.", Required = true };
        var output = new Option<string?>("--out") { Description = "File to write; default: below the project's briefs." };
        var title = new Option<string?>("--title") { Description = "What it is about, in a few words." };
        var tickets = new Option<string[]>("--ticket") { Description = "Ticket it belongs to; repeatable." };
        var set = new Option<string[]>("--set") { Description = "Text of a section: \"Section=text\"; repeatable." };
        var taskKey = new Option<string?>("--task-key") { Description = "<project-id>:<task-group>:<task-id>, or <task-group>/<task-id>." };
        var taskGroup = new Option<string?>("--task-group") { Description = "Group of the task." };
        var taskId = new Option<string?>("--task-id") { Description = "Id of the task; default: the ticket, else from the title." };
        var projectRoot = Options.ProjectRoot();
        var json = Options.Json();
        var command = new Command("new", "Write a brief from its template, filled by flags, or asked for on a terminal, and check it.") { type, output, title, tickets, set, taskKey, taskGroup, taskId, projectRoot, json, Options.Yes() };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var request = new BriefNewRequest
            {
                Type = parsed.GetValue(type)!,
                Out = parsed.GetValue(output),
                Title = parsed.GetValue(title),
                Tickets = parsed.GetValue(tickets) ?? [],
                TaskKey = parsed.GetValue(taskKey),
                TaskGroup = parsed.GetValue(taskGroup),
                TaskId = parsed.GetValue(taskId),
                ProjectRoot = parsed.GetValue(projectRoot),
                Answers = [.. (parsed.GetValue(set) ?? []).Select(Answer)],
            };
            if (context.InputIsTerminal && !parsed.GetValue(json) && !parsed.GetValue<bool>("--yes") && request.Answers.Count == 0)
            {
                request = await BriefDialog.AskAsync(request, context);
            }

            var outcome = await new BriefWriting(Composition.Services(context)).WriteAsync(request, cancellationToken);
            if (parsed.GetValue(json))
            {
                JsonAnswer.Write(context.Out, outcome, CliJson.Default.BriefNewOutcome);
                return ExitCodes.Ok;
            }

            await context.Out.WriteLineAsync($"written: {outcome.Path}");
            Print(outcome.Check, outcome.Path, context);
            await context.Out.WriteLineAsync($"next: {outcome.Next}");
            return ExitCodes.Ok;
        });
        return command;
    }

    private static KeyValuePair<string, string> Answer(string text) => text.IndexOf('=', StringComparison.Ordinal) is > 0 and var at
        ? new(text[..at], text[(at + 1)..])
        : throw new UserErrorException("OKS0875", $"--set '{text}' names no section", "write --set \"Section=text\"");
}
