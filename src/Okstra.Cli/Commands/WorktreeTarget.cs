using System.CommandLine;
using Okstra.Core.Problems;
using Okstra.Core.Tasks;
using Okstra.Core.Worktrees;
using Okstra.Engine;
using Okstra.Engine.Custody;

namespace Okstra.Cli.Commands;

/// <summary>The arguments by which worktree verbs name one worktree, and where they look for it.</summary>
internal sealed class WorktreeTarget
{
    public Argument<string> Task { get; } = new("task-key") { Description = "A task key, or <task-group>/<task-id>." };

    public Option<int?> Stage { get; } = new("--stage") { Description = "One stage of the task." };

    public Option<string?> Group { get; } = new("--group") { Description = "A group of its stages, such as 2-3." };

    public Option<string?> ProjectRoot { get; } = Options.ProjectRoot();

    public Command AddTo(Command command)
    {
        command.Add(Task);
        command.Add(Stage);
        command.Add(Group);
        command.Add(ProjectRoot);
        return command;
    }

    /// <exception cref="UserErrorException">It names none.</exception>
    public WorktreeKey Key(ParseResult parsed, RunServices services)
    {
        var scope = ProjectScope.Of(services, parsed.GetValue(ProjectRoot));
        return TaskKey.TryParse(parsed.GetValue(Task), scope.ProjectId, out var key, out var problem)
            ? WorktreeKey.Of(key, parsed.GetValue(Stage), parsed.GetValue(Group))
            : throw new UserErrorException(problem);
    }

    public KnownPlaces Places(ParseResult parsed, RunServices services) => Places(services, parsed.GetValue(ProjectRoot));

    public static KnownPlaces Places(RunServices services, string? projectRoot) => new(services, ProjectScope.Of(services, projectRoot).State.ProjectRoot);
}
