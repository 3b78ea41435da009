using Okstra.Core.Worktrees;

namespace Okstra.Engine.Tests.Stages;

/// <summary>Changes rows as other verbs would.</summary>
internal sealed class WorktreeRegistryProbe(StageRig rig)
{
    public Task ReleaseAsync(int? stage) => rig.Registry.ReleaseAsync(WorktreeKey.Of(rig.Key, stage, null), TestContext.Current.CancellationToken);
}
