using Okstra.Core.Usage;

namespace Okstra.Engine.Bills;

/// <summary>What the lead or one worker used, and how that is known.</summary>
public sealed record AgentBill
{
    public bool IsLead { get; init; }

    /// <summary><c>lead</c>, or the worker's id.</summary>
    public required string Worker { get; init; }

    public required string AgentName { get; init; }

    /// <summary>As it is shown to people.</summary>
    public string Model { get; init; } = "";

    /// <summary>Null when unavailable.</summary>
    public required TokenUsage? Usage { get; init; }

    /// <summary><c>log</c>, <c>reported</c>, <c>unavailable</c>; null for somebody who was never asked.</summary>
    public required string? Source { get; init; }

    /// <summary>Why it is unavailable.</summary>
    public string? Note { get; init; }

    /// <summary>Sessions it is made of.</summary>
    public IReadOnlyList<string> Sessions { get; init; } = [];

    /// <summary>Tokens the CLI reported for sessions that have a log.</summary>
    public long? Reported { get; init; }

    /// <summary>Tokens in the logs of the same sessions.</summary>
    public long? Logged { get; init; }

    /// <summary>Reported minus logged; shown, never hidden.</summary>
    public long? Difference => Reported - Logged;
}
