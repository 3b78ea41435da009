namespace Okstra.Core.Reports;

/// <summary>A row of 4.5.2.</summary>
public sealed record PlanTradeOff
{
    public required string Option { get; init; }

    public required string Complexity { get; init; }

    public required string Risk { get; init; }

    public required string BlastRadius { get; init; }

    public required string Testability { get; init; }

    public required string Effort { get; init; }
}
