namespace Okstra.Cli.Output;

/// <summary><c>okstra worktree repair --json</c>.</summary>
/// <param name="Repairs">What was or would be repaired.</param>
/// <param name="LeftToYou">What only the user can decide.</param>
/// <param name="Changed">Whether anything was written.</param>
internal sealed record WorktreeRepairAnswer(IReadOnlyList<string> Repairs, IReadOnlyList<string> LeftToYou, bool Changed);
