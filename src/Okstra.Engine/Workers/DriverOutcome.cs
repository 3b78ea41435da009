using Okstra.Core.Usage;
using Okstra.Core.Workers;

namespace Okstra.Engine.Workers;

/// <summary>How one call of a driver ended; whether the answer obeys the wire contract is judged afterwards, the same for all.</summary>
public abstract record DriverOutcome
{
    private DriverOutcome()
    {
    }

    /// <summary>The vendor's session or thread id, when there is one.</summary>
    public string? SessionId { get; init; }

    public TokenUsage? Usage { get; init; }

    /// <summary>The worker ended its turn and said something.</summary>
    public sealed record Answered(string Text) : DriverOutcome;

    /// <summary>No answer: timeout, error or not-run, with the reason.</summary>
    public sealed record Failed(WorkerStatus Status, string Category, string Reason) : DriverOutcome;
}
