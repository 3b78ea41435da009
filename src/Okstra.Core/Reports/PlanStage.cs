namespace Okstra.Core.Reports;

/// <summary>A row of the stage map (R-OPN-77).</summary>
public sealed record PlanStage
{
    public required int Stage { get; init; }

    public required string Title { get; init; }

    public required IReadOnlyList<int> DependsOn { get; init; }

    public required IReadOnlyList<string> Steps { get; init; }

    public required IReadOnlyList<string> Files { get; init; }

    /// <summary>Surfaces it must prove, or the reason it is exempt.</summary>
    public required string Conformance { get; init; }
}
