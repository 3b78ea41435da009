namespace Okstra.Core.Convergence;

/// <summary>A command that was run to settle findings, once for all of them.</summary>
public sealed record SettlementCommand
{
    /// <summary>What was started, word by word; no shell takes part unless the confirmed command itself is one.</summary>
    public required IReadOnlyList<string> Argv { get; init; }

    /// <summary>The confirmed command it is, or that it narrows.</summary>
    public required string Declared { get; init; }

    /// <summary>One; two when a reproduced failure was run again.</summary>
    public required IReadOnlyList<SettlementRun> Runs { get; init; }

    /// <summary>Relative to the run directory; null when nothing was started.</summary>
    public required string? LogPath { get; init; }

    /// <summary>Last lines of the first execution's log.</summary>
    public required string LogTail { get; init; }

    /// <summary>One for each different citation of it.</summary>
    public required IReadOnlyList<SettlementVerdict> Verdicts { get; init; }
}
