namespace Okstra.Engine.Workers.Scripted;

/// <summary>One scripted worker.</summary>
public sealed record ScenarioWorker
{
    public required string Name { get; init; }

    /// <summary>Family of its pretended model; its name when absent.</summary>
    public string? Vendor { get; init; }

    /// <summary>Key is the round (<c>0</c>, <c>1</c>, …, <c>-1</c> for the report); a round that is missing plays <c>error</c>.</summary>
    public required IReadOnlyDictionary<string, ScenarioTurn> Rounds { get; init; }
}
