namespace Okstra.Core.Worktrees;

/// <summary>What became of the sync directories.</summary>
/// <param name="Linked">Linked by this call, in list order.</param>
/// <param name="NotLinked">Wanted, there, and still not linked: outside the project, a loop, or refused by the file system.</param>
public sealed record LinkOutcome(IReadOnlyList<string> Linked, IReadOnlyList<string> NotLinked);
