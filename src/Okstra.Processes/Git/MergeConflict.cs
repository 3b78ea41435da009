namespace Okstra.Processes.Git;

/// <summary>One thing two commits disagree about.</summary>
/// <param name="Kind">Git's word, such as <c>content</c>, <c>add/add</c>, <c>rename/delete</c>, <c>distinct modes</c>, <c>binary</c>.</param>
/// <param name="Files">Paths from the top of the tree.</param>
public sealed record MergeConflict(string Kind, IReadOnlyList<string> Files);
