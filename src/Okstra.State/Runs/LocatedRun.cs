using Okstra.Core.Tasks;
using Okstra.State.Layout;

namespace Okstra.State.Runs;

/// <summary>A run that is on disk.</summary>
/// <param name="Key">From its manifest.</param>
/// <param name="Task">Where its task is.</param>
/// <param name="Run">Where its artifacts are.</param>
public sealed record LocatedRun(TaskKey Key, TaskLayout Task, RunLayout Run);
