namespace Okstra.Core.Auditing;

/// <summary>A file the reported failure may come from.</summary>
/// <param name="Path">Relative path.</param>
/// <param name="Score">Sum of its clues, weighted by the sort of file.</param>
/// <param name="Clues">Heaviest first.</param>
public sealed record Candidate(string Path, double Score, IReadOnlyList<Clue> Clues);
