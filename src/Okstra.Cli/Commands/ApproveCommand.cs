using System.CommandLine;
using Okstra.Cli.Output;
using Okstra.Core.Problems;
using Okstra.Core.Tasks;
using Okstra.Engine;
using Okstra.Engine.Approvals;
using Okstra.State.Runs;

namespace Okstra.Cli.Commands;

/// <summary><c>okstra approve &lt;report&gt;</c>: the user's approval of a plan, bound to what the plan says now.</summary>
internal static class ApproveCommand
{
    public static Command Create(CliContext context)
    {
        var report = new Argument<string>("report") { Description = "A planning report, or a task key: its newest plan." };
        var projectRoot = Options.ProjectRoot();
        var json = Options.Json();
        var command = new Command("approve", "Approve a plan as it stands now.") { report, projectRoot, json };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var services = Composition.Services(context);
            var path = PathOf(services, parsed.GetValue(report)!, parsed.GetValue(projectRoot));
            var approved = await new PlanAcknowledging(services).ApproveAsync(path, cancellationToken);
            foreach (var warning in approved.Warnings)
            {
                await context.Error.WriteLineAsync($"warning: {TerminalText.Clean(warning)}");
            }

            if (parsed.GetValue(json))
            {
                JsonAnswer.Write(context.Out, approved, CliJson.Default.PlanAcknowledgement);
                return ExitCodes.Ok;
            }

            await context.Out.WriteLineAsync($"{(approved.AlreadyApproved ? "approved again" : "approved")}: {approved.Report}");
            await context.Out.WriteLineAsync($"plan {approved.PlanSha256[..12]}; whoever edits it from now on opens the gate again");
            return ExitCodes.Ok;
        });
        return command;
    }

    private static string PathOf(RunServices services, string text, string? projectRoot)
    {
        if (Path.Exists(Path.GetFullPath(text, services.Host.CurrentDirectory)) || text.EndsWith(".md", StringComparison.Ordinal) || text.EndsWith(".json", StringComparison.Ordinal))
        {
            return text;
        }

        var scope = ProjectScope.Of(services, projectRoot).Registered();
        if (!TaskKey.TryParse(text, scope.ProjectId, out var key, out var problem))
        {
            throw new UserErrorException(problem);
        }

        return new RunLocator(services.Documents)
            .Locate(key.ToString(), new RunSelection(TaskType.ImplementationPlanning, null), scope.State, scope.ProjectId, services.Host.CurrentDirectory).Run.ReportMarkdown;
    }
}
