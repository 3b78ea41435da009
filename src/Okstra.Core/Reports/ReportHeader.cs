namespace Okstra.Core.Reports;

/// <summary>Facts of the run that stand above section 0.</summary>
public sealed record ReportHeader
{
    public required string ProjectId { get; init; }

    public required string TaskGroup { get; init; }

    public required string TaskId { get; init; }

    /// <summary><c>yyyy-MM-dd</c>; empty shows <c>no-classification</c> (R-LAY-79).</summary>
    public required string TaskDate { get; init; }

    /// <summary>Token of R-CON-56, cited when provisioning was skipped (R-REP-05).</summary>
    public required string WorktreeStatus { get; init; }

    public required string? WorktreeNote { get; init; }

    /// <summary>Usable analysis workers: V of convergence.</summary>
    public required IReadOnlyList<string> UsableWorkers { get; init; }

    /// <summary>Vendors behind V, sorted, each once.</summary>
    public required IReadOnlyList<string> Vendors { get; init; }

    /// <summary>Fewer than two usable analysis workers (R-REP-09).</summary>
    public required bool ReducedConfidence { get; init; }

    /// <summary>A quick run: one worker and the auditors, one round.</summary>
    [System.Text.Json.Serialization.JsonIgnore(Condition = System.Text.Json.Serialization.JsonIgnoreCondition.WhenWritingDefault)]
    public bool Quick { get; init; }

    /// <summary>Files of a dirty checkout that no worker saw.</summary>
    public required int UncommittedFiles { get; init; }

    /// <summary>Outside git: cited path → SHA-256 of the file as it was read.</summary>
    public required IReadOnlyDictionary<string, string> InspectedFiles { get; init; }
}
