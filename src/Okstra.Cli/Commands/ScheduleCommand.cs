using System.CommandLine;
using Okstra.Cli.Output;
using Okstra.Core.Problems;
using Okstra.Engine.Scheduling;

namespace Okstra.Cli.Commands;

/// <summary><c>okstra schedule &lt;task|plan&gt;</c>: engineering effort of a plan by stage, and the order its stages leave free (R-CLI-097).</summary>
internal static class ScheduleCommand
{
    public static Command Create(CliContext context)
    {
        var plan = new Argument<string>("plan") { Description = "A task key, or a planning report." };
        var output = new Option<string?>("--out") { Description = "File to write; default: standard output." };
        var set = new Option<string[]>("--set") { Description = "Your own words: \"Notes=text\", also Scope and Assumptions; effort only, no dates, people or waiting." };
        var projectRoot = Options.ProjectRoot();
        var json = Options.Json();
        var command = new Command("schedule", "Show the engineering effort of a plan, approved or not.") { plan, output, set, projectRoot, json };
        command.SetAction(parsed =>
        {
            var services = Composition.Services(context);
            var scope = ProjectScope.Of(services, parsed.GetValue(projectRoot));
            var named = parsed.GetValue(plan)!;
            var isPath = Path.Exists(Path.GetFullPath(named, context.Host.CurrentDirectory)) || named.EndsWith(".md", StringComparison.Ordinal) || named.EndsWith(".json", StringComparison.Ordinal);
            var outcome = new ScheduleMaking(services).Make(new ScheduleRequest
            {
                PlanPath = isPath ? named : null,
                Task = isPath ? null : scope.Registered().Task(named),
                ProjectId = scope.ProjectId,
                Out = parsed.GetValue(output),
                Texts = [.. (parsed.GetValue(set) ?? []).Select(Text)],
            });
            foreach (var warning in outcome.Schedule.Warnings)
            {
                context.Error.WriteLine($"warning: {TerminalText.Clean(warning)}");
            }

            if (parsed.GetValue(json))
            {
                JsonAnswer.Write(context.Out, outcome, CliJson.Default.ScheduleOutcome);
            }
            else if (outcome.Out is { } file)
            {
                context.Out.WriteLine($"written: {file}");
                context.Out.WriteLine($"effort: {outcome.Schedule.Effort}; critical path: {outcome.Schedule.CriticalEffort}");
            }
            else
            {
                context.Out.Write(outcome.Markdown);
            }

            return ExitCodes.Ok;
        });
        return command;
    }

    private static KeyValuePair<string, string> Text(string text) => text.IndexOf('=', StringComparison.Ordinal) is > 0 and var at
        ? new(text[..at], text[(at + 1)..])
        : throw new UserErrorException("OKS0895", $"--set '{text}' names nothing to set", "write --set \"Notes=text\"");
}
