namespace Okstra.Core.Usage.Bills;

/// <summary>One session: what its CLI reported for all its dispatches, and what its log says.</summary>
public sealed record BillSession
{
    public required string Driver { get; init; }

    public required string Session { get; init; }

    /// <summary>Tokens.</summary>
    public required long? Reported { get; init; }

    /// <summary>Tokens; null when no log has the session.</summary>
    public required long? Logged { get; init; }

    /// <summary>Reported minus logged; null when one of them is missing.</summary>
    public long? Difference => Reported - Logged;

    public required TokenUsage? ReportedUsage { get; init; }

    public required TokenUsage? LoggedUsage { get; init; }
}
