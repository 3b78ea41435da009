namespace Okstra.Core.Convergence;

/// <summary>One executed round (R-CVG-41).</summary>
public sealed record RoundRecord
{
    public required int Round { get; init; }

    public required string StartedAt { get; init; }

    public required string EndedAt { get; init; }

    public required IReadOnlyList<string> QueueBefore { get; init; }

    public required IReadOnlyList<string> QueueAfter { get; init; }

    public required IReadOnlyList<DispatchRecord> Dispatches { get; init; }

    /// <summary>Counted votes of the round by token; every token present.</summary>
    public required IReadOnlyDictionary<string, int> Votes { get; init; }

    /// <summary>Ids confirmed after the round by class token.</summary>
    public required IReadOnlyDictionary<string, IReadOnlyList<string>> Confirmed { get; init; }
}
