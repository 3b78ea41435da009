namespace Okstra.Engine.Workers.Scripted;

/// <summary>One scripted worker.</summary>
public sealed record ScenarioWorker
{
    /// <summary><c>lead</c> plays the lead in round <c>-2</c> and is in no roster.</summary>
    public required string Name { get; init; }

    /// <summary>Family of its pretended model; its name when absent.</summary>
    public string? Vendor { get; init; }

    /// <summary>Key is the round (<c>0</c>, <c>1</c>, …, <c>-1</c> for the report, <c>-2</c> for grouping); a round that is missing plays <c>error</c>.</summary>
    public required IReadOnlyDictionary<string, ScenarioTurn> Rounds { get; init; }
}
