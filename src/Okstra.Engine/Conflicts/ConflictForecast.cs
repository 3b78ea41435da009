namespace Okstra.Engine.Conflicts;

/// <summary>What would happen if branches were merged now.</summary>
public sealed record ConflictForecast
{
    public required ComparedCommit Base { get; init; }

    /// <summary>By row key.</summary>
    public required IReadOnlyList<ComparedCommit> Branches { get; init; }

    /// <summary>Registered branches that could not be compared.</summary>
    public required IReadOnlyList<SkippedBranch> Skipped { get; init; }

    /// <summary>Each branch with the base first, then branches with one another.</summary>
    public required IReadOnlyList<ForecastPair> Pairs { get; init; }

    /// <summary>How many pairs conflict.</summary>
    public required int Conflicts { get; init; }
}
