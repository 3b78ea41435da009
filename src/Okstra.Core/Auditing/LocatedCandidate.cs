using Okstra.Core.Findings;

namespace Okstra.Core.Auditing;

/// <summary>A candidate with the place in it that the clues point at.</summary>
/// <param name="Candidate">The file and its clues.</param>
/// <param name="Line">1-based.</param>
/// <param name="Region">Function or block around the line.</param>
/// <param name="Citations">The line, and the header of the region when it is another line.</param>
public sealed record LocatedCandidate(Candidate Candidate, int Line, SourceRegion Region, IReadOnlyList<Citation.File> Citations)
{
    public string Path => Candidate.Path;
}
