namespace Okstra.Core.Usage.Bills;

/// <summary>One thing that was paid for: a model's part in a dispatch, or in a session that led or worked under a session lead.</summary>
public sealed record BillLine
{
    public required string TaskKey { get; init; }

    public required string TaskType { get; init; }

    public int? Stage { get; init; }

    public required string Seq { get; init; }

    public required string Worker { get; init; }

    /// <summary>0 = analysis, 1… = re-verification, -1 = report writing, -2 = grouping; null for a whole session.</summary>
    public int? Round { get; init; }

    public int? Batch { get; init; }

    /// <summary>Driver id.</summary>
    public required string Driver { get; init; }

    /// <summary>As the vendor names it; the one that was asked for where the vendor does not say.</summary>
    public required string Model { get; init; }

    /// <summary>False for every further model of one dispatch.</summary>
    public bool IsDispatch { get; init; } = true;

    /// <summary>The CLI was ended before it could report, so the figures are those of its log.</summary>
    public bool IsFromLog { get; init; }

    /// <summary>UTC, ISO-8601.</summary>
    public required string At { get; init; }

    /// <summary>The vendor's sessions; several only for a worker under a session lead.</summary>
    public IReadOnlyList<string> Sessions { get; init; } = [];

    /// <summary>Null when nobody reported it.</summary>
    public required TokenUsage? Usage { get; init; }

    /// <summary><c>ledger</c>, <c>document</c> for dispatches older than the ledger, <c>team-state</c> for runs a session led.</summary>
    public required string Source { get; init; }

    /// <summary>UTC, <c>yyyy-MM-dd</c>; <c>unknown</c> when the time is not readable.</summary>
    public string Day => At.Length >= 10 && At[4] == '-' ? At[..10] : "unknown";

    public string Phase => Stage is null ? TaskType : $"{TaskType} stage {Stage}";

    /// <summary>What no two runs share.</summary>
    public string Run => $"{TaskKey} {Phase} {Seq}";
}
