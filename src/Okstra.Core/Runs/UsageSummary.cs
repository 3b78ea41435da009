namespace Okstra.Core.Runs;

/// <summary>Token use of a run (R-OPN-24); a number nobody reported stays null.</summary>
public sealed record UsageSummary
{
    public long? TotalTokens { get; init; }

    public IReadOnlyDictionary<string, long?> ByAgent { get; set; } = new Dictionary<string, long?>(StringComparer.Ordinal);

    /// <summary>When <c>okstra token-usage</c> found these figures; UTC, ISO-8601 with seconds.</summary>
    public string? CollectedAt { get; init; }

    /// <summary>Sessions that could not be attributed to a worker (R-WRK-61).</summary>
    public IReadOnlyList<string> UnattributedTeamSessions { get; set; } = [];
}
