using Okstra.Core.Convergence;
using Okstra.Core.Runs;
using Okstra.Core.Tasks;
using Okstra.Core.Workers;

namespace Okstra.Core.Validation;

/// <summary>Everything a validation reads; the validator opens nothing itself.</summary>
public sealed record ValidationInputs
{
    public required TaskKey TaskKey { get; init; }

    public required TaskType TaskType { get; init; }

    public required string Seq { get; init; }

    public required StoredText ReportData { get; init; }

    public required StoredText Markdown { get; init; }

    public required StoredText Html { get; init; }

    /// <summary>Relative path of the convergence state.</summary>
    public required string ConvergencePath { get; init; }

    /// <summary>Null when the state is absent.</summary>
    public required ConvergenceDocument? Convergence { get; init; }

    /// <summary>What was voted on; null when the document is absent.</summary>
    public FindingsDocument? Findings { get; init; }

    /// <summary>What was run to settle contested findings; null when nothing was.</summary>
    public SettlementDocument? Settlements { get; init; }

    /// <summary>SHA-256 now of every document the convergence state names as its input; null for one that is absent.</summary>
    public IReadOnlyDictionary<string, string?> StateInputHashes { get; init; } = new Dictionary<string, string?>(StringComparer.Ordinal);

    /// <summary>Dispatch documents of the run by relative path.</summary>
    public required IReadOnlyDictionary<string, DispatchDocument> Dispatches { get; init; }

    /// <summary>Names of all files in the run's folder of worker results.</summary>
    public IReadOnlyList<string> WorkerFiles { get; init; } = [];

    public required IReadOnlyList<RosterEntry> Roster { get; init; }

    /// <summary>Null when the team state is absent.</summary>
    public required TeamState? Team { get; init; }

    /// <summary>Paths the run's manifests name, relative to the run directory or absolute, and whether they exist.</summary>
    public required IReadOnlyDictionary<string, bool> ManifestPaths { get; init; }
}
