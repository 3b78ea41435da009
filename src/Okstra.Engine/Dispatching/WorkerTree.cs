using Okstra.Processes.Git;
using Okstra.State.Trees;

namespace Okstra.Engine.Dispatching;

/// <summary>The tree one worker reads.</summary>
/// <param name="Worker">Whose.</param>
/// <param name="Folder">Absolute.</param>
/// <param name="Before">Its fingerprint when it was handed out.</param>
/// <param name="Worktree">Null outside git, where the folder is the project root itself.</param>
public sealed record WorkerTree(string Worker, string Folder, TreeFingerprint Before, ThrowawayWorktree? Worktree);
