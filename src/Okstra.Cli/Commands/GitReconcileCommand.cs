using System.CommandLine;
using System.Globalization;
using Okstra.Cli.Output;
using Okstra.Core.Problems;
using Okstra.Core.Reconciling;
using Okstra.Core.Tasks;
using Okstra.Engine;
using Okstra.Engine.Reconciling;
using Okstra.State.Layout;

namespace Okstra.Cli.Commands;

/// <summary><c>okstra git-reconcile</c>: recorded stage commits against the git history; looks unless it is told to correct (R-CLI-066…071).</summary>
internal static class GitReconcileCommand
{
    public static Command Create(CliContext context)
    {
        var root = Required("--plan-run-root", "Run directory of the planning run; holds consumers.jsonl.");
        var project = Required("--project-id", "Project id of the task.");
        var group = Required("--task-group", "Task group of the task.");
        var id = Required("--task-id", "Task id of the task.");
        var category = Required("--work-category", "Work category of the task.");
        var projectRoot = new Option<string?>("--project-root") { Description = "Folder of the project; default: the project the plan-run root lies in." };
        var check = new Option<bool>("--check") { Description = "Only look; the default." };
        var apply = new Option<bool>("--apply") { Description = "Correct every record whose content provably lies elsewhere." };
        var stage = new Option<string?>("--stage") { Description = "Stage to correct with --use-ref." };
        var useRef = new Option<string?>("--use-ref") { Description = "Commit, branch or tag to record for --stage; usually the stage branch." };
        var anchor = new Option<string?>("--reset-anchor") { Description = "Commit, branch or tag all stages are based on from now on." };
        var json = Options.Json();
        var command = new Command("git-reconcile", "Bring recorded stage commits in line with git history changed outside okstra.") { root, project, group, id, category, projectRoot, check, apply, stage, useRef, anchor, json };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var services = Composition.Services(context);
            if (!TaskKey.TryParse($"{parsed.GetValue(project)}:{parsed.GetValue(group)}:{parsed.GetValue(id)}", null, out var key, out var problem))
            {
                throw new UserErrorException(problem);
            }

            var planRunRoot = Path.GetFullPath(parsed.GetValue(root)!, services.Host.CurrentDirectory);
            var request = new ReconcileRequest
            {
                Task = key,
                PlanRunRoot = planRunRoot,
                ProjectRoot = ProjectOf(services, parsed.GetValue(projectRoot), planRunRoot),
                Check = parsed.GetValue(check),
                Apply = parsed.GetValue(apply),
                Stage = parsed.GetValue(stage) is { } number ? Number(number) : null,
                UseRef = parsed.GetValue(useRef),
                ResetAnchor = parsed.GetValue(anchor),
            };
            var report = await new GitReconcile(services).RunAsync(request, cancellationToken);
            Print(report, parsed.GetValue(json), context);
            return report.Ok ? ExitCodes.Ok : ExitCodes.Waiting;
        });
        return command;
    }

    private static Option<string> Required(string name, string description) => new(name) { Required = true, Description = description };

    private static string ProjectOf(RunServices services, string? named, string planRunRoot) => named is not null
        ? ProjectScope.Of(services, named).State.ProjectRoot
        : StateLayout.FindRegistered(planRunRoot)?.ProjectRoot ?? ProjectScope.Of(services, null).State.ProjectRoot;

    private static int Number(string text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
        ? number
        : throw new UserErrorException("OKS0711", $"--stage '{TerminalText.Short(text, 80)}' is no stage number", "give the number of a recorded stage");

    // Also without --json the answer is JSON (R-CLI-067), then without the envelope: the report is what callers of the older command read.
    private static void Print(ReconcileReport report, bool enveloped, CliContext context)
    {
        if (enveloped)
        {
            JsonAnswer.Write(context.Out, report, CliJson.Default.ReconcileReport);
        }
        else
        {
            JsonAnswer.WriteBare(context.Out, report, CliJson.Default.ReconcileReport);
        }
    }
}
