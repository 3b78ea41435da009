using System.CommandLine;
using Okstra.Cli.Output;
using Okstra.Core.Problems;
using Okstra.Core.Tasks;
using Okstra.Core.Worktrees;
using Okstra.Engine.HandOff;

namespace Okstra.Cli.Commands;

/// <summary><c>okstra handoff assemble</c> (R-CLI-074).</summary>
internal static class HandOffAssembleCommand
{
    public static Command Create(CliContext context)
    {
        var root = HandOffCommand.PlanRunRoot();
        var plan = HandOffCommand.ApprovedPlan();
        var projectRoot = new Option<string>("--project-root") { Description = "Folder of the project.", Required = true };
        var projectId = new Option<string>("--project-id") { Description = "Id of the project.", Required = true };
        var group = new Option<string>("--task-group") { Description = "Group of the task.", Required = true };
        var task = new Option<string>("--task-id") { Description = "Id of the task.", Required = true };
        var category = new Option<string>("--work-category") { Description = $"Decides the prefix of the branch: {string.Join(", ", WorkCategories.All)}.", Required = true };
        var stages = HandOffCommand.Stages();
        var baseBranch = new Option<string>("--base") { Description = "Branch the pull request will go to; the one of origin is preferred.", Required = true };
        var json = Options.Json();
        var command = new Command("assemble", "Gather accepted stages on one branch in a worktree of its own.") { root, plan, projectRoot, projectId, group, task, category, stages, baseBranch, json };
        command.SetAction((parsed, cancellationToken) =>
        {
            var writer = HandOffCommand.Writer(context, parsed, json);
            return writer.AnswerAsync(async () =>
            {
                var services = Composition.Services(context);
                var outcome = await new StageAssembly(services).AssembleAsync(
                    new AssembleRequest
                    {
                        PlanRunRoot = parsed.GetValue(root)!,
                        ApprovedPlan = parsed.GetValue(plan)!,
                        ProjectRoot = Path.GetFullPath(parsed.GetValue(projectRoot)!, context.Host.CurrentDirectory),
                        Key = Key(parsed.GetValue(projectId)!, parsed.GetValue(group)!, parsed.GetValue(task)!),
                        WorkCategory = WorkCategories.Checked(parsed.GetValue(category))!,
                        Stages = StageGroups.Parse(parsed.GetValue(stages)!),
                        Base = parsed.GetValue(baseBranch)!,
                    },
                    cancellationToken);
                if (outcome.Group is { } made)
                {
                    writer.Write(Answer(made), CliJson.Default.AssembleAnswer);
                    return ExitCodes.Ok;
                }

                writer.Write(new HandOffConflicts(false, outcome.Conflicts), CliJson.Default.HandOffConflicts);
                return ExitCodes.Waiting;
            });
        });
        return command;
    }

    /// <exception cref="UserErrorException">One of the parts is none.</exception>
    private static TaskKey Key(string project, string group, string task) =>
        TaskKey.TryParse($"{project}:{group}:{task}", null, out var key, out var problem) ? key : throw new UserErrorException(problem);

    private static AssembleAnswer Answer(AssembledGroup made) => new()
    {
        Ok = true,
        GroupId = made.GroupId,
        Branch = made.Branch,
        WorktreePath = made.WorktreePath,
        Base = made.Base,
        BaseSha = made.BaseSha,
        Merged = made.Merged,
        HeadSha = made.HeadSha,
    };
}
