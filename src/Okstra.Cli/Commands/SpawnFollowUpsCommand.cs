using System.CommandLine;
using System.Text.Json;
using Okstra.Cli.Output;
using Okstra.Core.Problems;
using Okstra.Core.Tasks;
using Okstra.Engine.FollowUps;

namespace Okstra.Cli.Commands;

/// <summary><c>okstra spawn-followups &lt;final-report.md&gt;</c> (R-CLI-082): tasks of section 7, one JSON line for each row.</summary>
internal static class SpawnFollowUpsCommand
{
    public static Command Create(CliContext context)
    {
        var report = new Argument<string>("report") { Description = "The final report, a Markdown file." };
        var projectRoot = Options.ProjectRoot();
        var group = new Option<string>("--task-group") { Description = "Group of the new tasks.", Required = true };
        var parent = new Option<string>("--parent-task-key") { Description = "The task they follow.", Required = true };
        var command = new Command("spawn-followups", "Make the follow-up tasks a report lists in section 7.") { report, projectRoot, group, parent };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var services = Composition.Services(context);
            var scope = ProjectScope.Of(services, parsed.GetValue(projectRoot)).Registered();
            if (!TaskKey.TryParse(parsed.GetValue(parent), scope.ProjectId, out var key, out var problem))
            {
                throw new UserErrorException(problem);
            }

            var request = new FollowUpRequest(Path.GetFullPath(parsed.GetValue(report)!, context.Host.CurrentDirectory), scope.State, scope.ProjectId!, parsed.GetValue(group)!, key);
            var outcome = await new FollowUpSpawning(services).SpawnAsync(request, cancellationToken);
            foreach (var task in outcome.Tasks)
            {
                await context.Out.WriteLineAsync(JsonSerializer.Serialize(task, LineJson.Default.SpawnedTask));
            }

            if (outcome.Steps.Count > 0)
            {
                await context.Error.WriteLineAsync("section 6 of the report has these lines:");
                foreach (var step in outcome.Steps)
                {
                    await context.Error.WriteLineAsync($"- {TerminalText.Clean(step)}");
                }
            }

            return ExitCodes.Ok;
        });
        return command;
    }
}
