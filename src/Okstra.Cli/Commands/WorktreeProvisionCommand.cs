using System.CommandLine;
using Okstra.Cli.Output;
using Okstra.Core.Problems;
using Okstra.Core.Tasks;
using Okstra.Core.Worktrees;
using Okstra.Engine.Worktrees;

namespace Okstra.Cli.Commands;

/// <summary><c>okstra worktree provision &lt;task-key&gt;</c>: the worktree of a task without a run, for leads and scripts.</summary>
internal static class WorktreeProvisionCommand
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(10);

    public static Command Create(CliContext context)
    {
        var task = new Argument<string>("task-key") { Description = "A task key, or <task-group>/<task-id>." };
        var category = new Option<string?>("--work-category") { Description = "bugfix, feature, refactor, ops or improvement; decides the branch prefix." };
        var baseRef = new Option<string?>("--base-ref") { Description = "Commit, branch or tag a new worktree begins at; default: HEAD of the main worktree." };
        var phase = new Option<string?>("--phase") { Description = "Task type it is for; default: implementation." };
        var projectRoot = Options.ProjectRoot();
        var json = Options.Json();
        var command = new Command("provision", "Make the worktree of a task, or find it again.") { task, category, baseRef, phase, projectRoot, json };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var services = Composition.Services(context);
            var scope = ProjectScope.Of(services, parsed.GetValue(projectRoot)).Registered();
            if (!TaskKey.TryParse(parsed.GetValue(task), scope.ProjectId, out var key, out var problem)
                || !TaskTypes.TryParse(parsed.GetValue(phase) ?? TaskType.Implementation.Token(), out var type, out problem))
            {
                throw new UserErrorException(problem);
            }

            using var mutex = await services.Locks.AcquireAsync(services.Home.TaskLock(key), "make a worktree", Patience, cancellationToken);
            var request = new ProvisionRequest
            {
                Key = WorktreeKey.Of(key),
                ProjectRoot = scope.State.ProjectRoot,
                Phase = type.Token(),
                WorkCategory = WorkCategories.Checked(parsed.GetValue(category)),
                BaseRef = parsed.GetValue(baseRef),
            };
            var made = await new WorktreeProvisioning(services).ProvisionAsync(request, cancellationToken);
            if (parsed.GetValue(json))
            {
                JsonAnswer.Write(context.Out, made, CliJson.Default.ProvisionedWorktree);
            }
            else
            {
                await context.Out.WriteLineAsync($"{made.Status}: {TerminalText.Clean(made.Note)}");
            }

            return ExitCodes.Ok;
        });
        return command;
    }
}
