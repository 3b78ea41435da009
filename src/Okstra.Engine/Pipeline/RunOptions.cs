namespace Okstra.Engine.Pipeline;

/// <summary>What a caller decides about how a prepared run is carried out.</summary>
public sealed record RunOptions
{
    /// <summary>Shown to whoever finds the run locked: <c>okstra run</c>, <c>okstra resume</c>.</summary>
    public required string Verb { get; init; }

    /// <summary>Wall time of one dispatch (R-OPN-63).</summary>
    public TimeSpan WorkerBudget { get; init; } = TimeSpan.FromMinutes(30);
}
