namespace Okstra.Core.Convergence;

/// <summary>What was asked for and what holds (R-CVG-01…04).</summary>
public sealed record ConvergenceConfig
{
    public required bool Enabled { get; init; }

    /// <summary>1 to 3 when the manifest or a flag set it, otherwise null.</summary>
    public required int? RequestedMaxRounds { get; init; }

    /// <summary>1 to 3; phase-aware when nothing was requested.</summary>
    public required int EffectiveMaxRounds { get; init; }

    /// <summary><c>lightweight</c> or <c>full-reanalysis</c>.</summary>
    public required string VerificationMode { get; init; }

    public required ConvergencePolicy Policy { get; init; }

    /// <summary>Absent in documents of older runs, which were grouped by the rules.</summary>
    public GroupingMode Grouping { get; set; }
}
