namespace Okstra.Engine.Settling;

/// <summary>Wall time executable settlement may take.</summary>
/// <param name="Command">Of one execution.</param>
/// <param name="Total">Of all executions of one process; what is not reached is undecidable.</param>
public sealed record SettleBudget(TimeSpan Command, TimeSpan Total)
{
    /// <summary>The total is that of the auditor's checks.</summary>
    public static SettleBudget Default { get; } = new(TimeSpan.FromMinutes(5), TimeSpan.FromMinutes(10));
}
