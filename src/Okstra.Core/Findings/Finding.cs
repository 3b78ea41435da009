namespace Okstra.Core.Findings;

/// <summary>One claim of one worker, as it stands in its answer.</summary>
public sealed record Finding
{
    /// <summary>The worker's own id, unique inside its answer.</summary>
    public required string Id { get; init; }

    /// <summary>Ticket the claim concerns; empty falls back to the task id (R-OPN-15).</summary>
    public string TicketId { get; init; } = "";

    /// <summary>What sort of claim: <c>cause</c>, <c>risk</c>, <c>option</c>, … free text, lower-case.</summary>
    public required string Kind { get; init; }

    public required string Title { get; init; }

    public required string Claim { get; init; }

    public required Severity Severity { get; init; }

    /// <summary>0 to 1, the worker's own estimate.</summary>
    public required double Confidence { get; init; }

    public IReadOnlyList<Citation> Evidence { get; init; } = [];

    public string Recommendation { get; init; } = "";
}
