using Okstra.Core.Findings;

namespace Okstra.Core.Convergence;

/// <summary>What one author wrote, verbatim, kept when equal findings become one (R-CVG-29).</summary>
public sealed record AuthorPosition
{
    public required string Worker { get; init; }

    /// <summary>The worker's own id for it.</summary>
    public required string FindingId { get; init; }

    public required string Title { get; init; }

    public required string Claim { get; init; }

    public required Severity Severity { get; init; }

    public required double Confidence { get; init; }

    /// <summary>Citations of this author that hold or moved.</summary>
    public required int CarryingCitations { get; init; }
}
