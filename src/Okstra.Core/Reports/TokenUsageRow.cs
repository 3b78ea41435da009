using Okstra.Core.Usage;

namespace Okstra.Core.Reports;

/// <summary>Tokens of one worker over all its dispatches; an absent number was not reported by every dispatch (R-REP-16).</summary>
public sealed record TokenUsageRow
{
    public required string Worker { get; init; }

    public required string Model { get; init; }

    /// <summary>Dispatches that were started.</summary>
    public required int Dispatches { get; init; }

    /// <summary>How many of them reported usage.</summary>
    public required int Reported { get; init; }

    /// <summary>Sums of what was reported; null when nothing was.</summary>
    public required TokenUsage? Usage { get; init; }
}
