using Okstra.Engine.Preparation;

namespace Okstra.Cli.Output;

/// <summary><c>--render-only --json</c> and <c>render-bundle --json</c>; every path is absolute.</summary>
internal sealed record BundleAnswer(string TaskKey, string TaskType, string Seq, string TaskRoot, string RunDir, string InstructionSet, string LeadPrompt, string? BaseCommit, int? Stage, IReadOnlyList<int> ConcurrentStages)
{
    public static BundleAnswer Of(RunBundle bundle) => new(
        bundle.Key.ToString(), bundle.Manifest.TaskType, bundle.Manifest.Seq, bundle.Task.Root, bundle.Layout.Root, bundle.Layout.InstructionSet, bundle.LeadPromptPath, bundle.Manifest.Inputs.BaseCommit, bundle.Layout.Stage, bundle.ConcurrentStages);
}
