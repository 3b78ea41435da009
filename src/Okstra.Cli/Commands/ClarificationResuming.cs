using System.CommandLine;
using Okstra.Core.Problems;
using Okstra.Core.Runs;
using Okstra.Core.Tasks;
using Okstra.Engine;
using Okstra.Engine.Clarifications;
using Okstra.Engine.Preparation;

namespace Okstra.Cli.Commands;

/// <summary><c>run --resume-clarification</c>: the request of the newest run once more, with what its user answered in between.</summary>
internal sealed class ClarificationResuming(RunServices services, Command command, PrepareOptions prepare, CliContext context)
{
    public async Task<PrepareRequest> RequestAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        var (taskKey, taskType, projectRoot) = prepare.Resumed(parsed);
        var scope = ProjectScope.Of(services, projectRoot).Registered();
        if (taskKey is null)
        {
            throw new UserErrorException("OKS0810", $"{PrepareOptions.ResumeClarification} needs to know the task", "name it with --task-key");
        }

        if (!TaskKey.TryParse(taskKey, scope.ProjectId, out var key, out var problem))
        {
            throw new UserErrorException(problem);
        }

        TaskType? type = null;
        if (taskType is not null)
        {
            type = TaskTypes.TryParse(taskType, out var given, out problem) ? given : throw new UserErrorException(problem);
        }

        var editing = new ClarificationEditing(services);
        var run = editing.Newest(scope.State.Task(key), type);
        var inputs = services.Documents.Read(run.Run.RunInputs, RunDocumentsJson.Default.RunInputs);
        var copy = await editing.EditAsync(run, cancellationToken);
        return prepare.Read(command.Parse([.. inputs.CanonicalArgv.Skip(1)]), context) with { ClarificationResponse = copy };
    }
}
