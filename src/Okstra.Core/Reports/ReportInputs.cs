using Okstra.Core.Convergence;
using Okstra.Core.Sources;
using Okstra.Core.Tasks;
using Okstra.Core.Text;
using Okstra.Core.Workers;

namespace Okstra.Core.Reports;

/// <summary>Everything a report is composed from; the composer asks nobody else.</summary>
public sealed record ReportInputs
{
    public required TaskKey TaskKey { get; init; }

    public required TaskType TaskType { get; init; }

    public required string Seq { get; init; }

    public required ReportLanguage Language { get; init; }

    /// <summary>UTC, ISO-8601 with seconds.</summary>
    public required string GeneratedAt { get; init; }

    /// <summary><c>yyyy-MM-dd</c>.</summary>
    public required string TaskDate { get; init; }

    /// <summary>One worker and the auditors, one round, a short report.</summary>
    public bool Quick { get; init; }

    public required string BriefTitle { get; init; }

    public required string BriefText { get; init; }

    /// <summary>Tickets the brief names; empty falls back to the task id (R-OPN-15).</summary>
    public IReadOnlyList<string> TicketIds { get; init; } = [];

    /// <summary>Places of the brief's stack trace inside the repository, innermost first.</summary>
    public IReadOnlyList<SourcePlace> InnermostFrames { get; init; } = [];

    /// <summary>Every worker of the run, the report writer too.</summary>
    public required IReadOnlyList<RosterEntry> Roster { get; init; }

    /// <summary>Every dispatch of the run: round 0, re-verification, and the report writer's (round -1), whose narrative is used when it is usable.</summary>
    public required IReadOnlyList<DispatchDocument> Dispatches { get; init; }

    public required ConvergenceDocument Convergence { get; init; }

    public required ProjectFacts Project { get; init; }

    /// <summary>Which of the paths that plans name are files of the inspected source; null when nobody looked.</summary>
    public IReadOnlySet<string>? KnownPaths { get; init; }

    public IReadOnlyList<CarryInRow> CarryIn { get; init; } = [];

    public IReadOnlyList<FollowUpRow> FollowUps { get; init; } = [];

    /// <summary>Relative path → SHA-256 of the documents behind these values.</summary>
    public IReadOnlyDictionary<string, string> DocumentHashes { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);
}
