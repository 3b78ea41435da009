namespace Okstra.Core.Convergence;

/// <summary>What executable settlement did for one contested finding.</summary>
public sealed record SettlementResult
{
    /// <summary>Null when its command was refused and nothing ran.</summary>
    public required SettlementOutcome? Outcome { get; init; }

    public required IReadOnlyList<string> Argv { get; init; }

    public int? CitedExitCode { get; init; }

    /// <summary>Of the first execution; null when it never started.</summary>
    public int? ExitCode { get; init; }

    /// <summary>Token of <see cref="SettlementRun"/>; null when nothing ran.</summary>
    public string? Ending { get; init; }

    /// <summary>As cited.</summary>
    public string Quote { get; set; } = "";

    /// <summary>Last lines of the log.</summary>
    public string LogTail { get; set; } = "";

    /// <summary>Relative to the run directory.</summary>
    public string? LogPath { get; init; }

    /// <summary>Executions: 0 to 2.</summary>
    public int Runs { get; init; }

    /// <summary>One sentence.</summary>
    public required string Reason { get; init; }
}
