using Okstra.Core.Runs;
using Okstra.Core.Worktrees;

namespace Okstra.Engine.Phases;

/// <summary>A phase whose entry gate is open.</summary>
/// <param name="Inputs">What the run was given beyond the brief; null for an analysis phase.</param>
/// <param name="Target">Worktree that is verified or handed off; null means the task's own.</param>
/// <param name="Base">Full id the work in it is counted from; null where the worktree's own base holds.</param>
internal sealed record EnteredPhase(PhaseInputs? Inputs, WorktreeKey? Target, string? Base)
{
    public static EnteredPhase Analysis { get; } = new(null, null, null);
}
