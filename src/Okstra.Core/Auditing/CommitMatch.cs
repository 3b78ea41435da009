namespace Okstra.Core.Auditing;

/// <summary>A commit whose message speaks of the same thing as a report.</summary>
/// <param name="Commit">The commit.</param>
/// <param name="Score">Sum of the rarity of what both name.</param>
/// <param name="Shared">Words, symbols and tickets both name, rarest first.</param>
public sealed record CommitMatch(CommitRecord Commit, double Score, IReadOnlyList<string> Shared);
