using Okstra.Core.Problems;
using Okstra.Core.Stages;
using Okstra.State.Stages;

namespace Okstra.Engine.Stages;

/// <summary>Records that a stage's work is committed. The caller holds the task's mutex.</summary>
public sealed class StageCompletion(RunServices services, StageTask task, ConsumersFile consumers)
{
    /// <summary>Reads the tip of the stage branch and appends <c>done</c>; a tip that is recorded already is not recorded twice.</summary>
    /// <returns>Full id of the recorded head.</returns>
    /// <exception cref="UserErrorException">Nobody started the stage, its branch is gone.</exception>
    public async Task<string> RecordDoneAsync(int stage, CancellationToken cancellationToken)
    {
        if (!consumers.Stages().TryGetValue(stage, out var record))
        {
            throw new UserErrorException("OKS0700", $"stage {stage} was never started", "prepare it with okstra run --task-type implementation --stage");
        }

        var head = await task.Repository.ResolveAsync($"refs/heads/{record.Branch}", cancellationToken)
            ?? throw new UserErrorException("OKS0701", $"the branch '{record.Branch}' of stage {stage} is gone", "bring the branch back; its commits may still be found with git reflog");
        if (record.HeadSha == head)
        {
            return head;
        }

        consumers.Append(new ConsumerEvent.Done(stage, head) { At = services.Now() });
        return head;
    }
}
