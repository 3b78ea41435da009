using System.CommandLine;
using Okstra.Cli.Output;
using Okstra.Core.Projects;
using Okstra.Core.Text;
using Okstra.Engine.Setup;

namespace Okstra.Cli.Commands;

/// <summary><c>okstra setup</c>: registers a repository; guessed quality commands are shown and run only after the user's yes.</summary>
internal static class SetupCommand
{
    public static Command Create(CliContext context)
    {
        var projectRoot = Options.ProjectRoot();
        var projectId = new Option<string?>("--project-id") { Description = "Id of the project; default: from the remote or the folder." };
        var language = new Option<string?>("--lang") { Description = "Language of reports: ko or en; default: from the locale." };
        var auditor = new Option<bool?>("--auditor") { Description = "Auditors join agent runs as extra voters." };
        var migrate = new Option<bool>("--migrate") { Description = "Move state of an older okstra to .okstra/." };
        var yes = new Option<bool>("--yes") { Description = "Confirm the proposed quality commands." };
        var json = Options.Json();
        var command = new Command("setup", "Register this repository.") { projectRoot, projectId, language, auditor, migrate, yes, json };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var request = new SetupRequest
            {
                ProjectRoot = parsed.GetValue(projectRoot),
                ProjectId = parsed.GetValue(projectId),
                Language = PrepareOptions.Language(parsed.GetValue(language)),
                Auditor = parsed.GetValue(auditor),
                Migrate = parsed.GetValue(migrate),
                ConfirmQaCommands = parsed.GetValue(yes),
            };
            var setup = new ProjectSetup(Composition.Services(context));
            var outcome = await setup.RunAsync(request, cancellationToken);
            if (outcome.Proposed.Count > 0 && !parsed.GetValue(json) && context.InputIsTerminal && await ConfirmsAsync(outcome, context))
            {
                outcome = await setup.RunAsync(request with { ConfirmQaCommands = true, Migrate = false }, cancellationToken);
            }

            Print(outcome, context, parsed.GetValue(json));
            return ExitCodes.Ok;
        });
        return command;
    }

    private static async Task<bool> ConfirmsAsync(SetupOutcome outcome, CliContext context)
    {
        await context.Error.WriteLineAsync("Quality commands guessed from the repository; okstra runs none of them unless you confirm:");
        foreach (var command in outcome.Proposed)
        {
            await context.Error.WriteLineAsync($"  {command.Kind}: {TerminalText.Clean(command.Command)}");
        }

        await context.Error.WriteAsync("Confirm them? [y/N] ");
        var answer = await context.In.ReadLineAsync();
        return answer?.Trim() is "y" or "Y" or "yes";
    }

    private static void Print(SetupOutcome outcome, CliContext context, bool json)
    {
        if (json)
        {
            JsonAnswer.Write(context.Out, SetupAnswer.Of(outcome), CliJson.Default.SetupAnswer);
            return;
        }

        var project = outcome.Project;
        context.Out.WriteLine($"{(outcome.Created ? "registered" : "already registered")}: {project.ProjectId} ({outcome.State.ProjectFile})");
        context.Out.WriteLine($"languages: {(project.Languages.Count == 0 ? "none recognised" : string.Join(", ", project.Languages))}");
        context.Out.WriteLine($"report language: {project.ReportLanguage.Token()}");
        foreach (var command in project.QaCommands)
        {
            context.Out.WriteLine($"{(command.State == QaCommandState.Confirmed ? "confirmed" : "proposed")} {command.Kind}: {TerminalText.Clean(command.Command)}");
        }

        if (outcome.Proposed.Count > 0)
        {
            context.Error.WriteLine("hint: proposed commands are not run; confirm them with okstra setup --yes, or edit project.json");
        }
    }
}
