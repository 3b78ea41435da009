using Okstra.Core.Findings;

namespace Okstra.Core.Convergence;

/// <summary>Equal findings of all workers as one, with its run-wide id and its checked evidence.</summary>
public sealed record ClusteredFinding
{
    /// <summary><c>F-001</c>, …</summary>
    public required string Id { get; init; }

    /// <summary>Workers that raised it, ordinally sorted.</summary>
    public required IReadOnlyList<string> Authors { get; init; }

    /// <summary>Which finding of which worker went in: <c>worker/finding-id</c>.</summary>
    public required IReadOnlyList<string> Sources { get; init; }

    public required IReadOnlyList<string> TicketIds { get; init; }

    public required string Kind { get; init; }

    public required string Title { get; init; }

    public required string Claim { get; init; }

    public required Severity Severity { get; init; }

    /// <summary>Highest confidence among the authors, 0 to 1.</summary>
    public required double Confidence { get; init; }

    public required string Recommendation { get; init; }

    public required IReadOnlyList<Evidence> Evidence { get; init; }

    /// <summary>No author's citation carries the claim (design: evidence is checked by code).</summary>
    public required bool Unsupported { get; init; }

    /// <summary>What each author wrote, by worker, then finding id.</summary>
    public IReadOnlyList<AuthorPosition> Positions { get; init; } = [];

    /// <summary>How many citations of this author hold or moved.</summary>
    public int CarryingCitationsOf(string worker)
    {
        var own = Positions.Where(position => string.Equals(position.Worker, worker, StringComparison.Ordinal)).Sum(position => position.CarryingCitations);
        return own > 0 ? own : Evidence.Count(evidence => evidence.Carries && string.Equals(evidence.Worker, worker, StringComparison.Ordinal));
    }
}
