using Okstra.Core.Limits;
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

    /// <summary>What it used; null when it did not say.</summary>
    public TokenUsage? Usage => TokenUsages.Sum(Models.Select(model => model.Usage));

    /// <summary>The same by model.</summary>
    public IReadOnlyList<ModelUsage> Models { get; init; } = [];

    /// <summary>A part of it is from the vendor's log of the session, because the CLI did not report it.</summary>
    public bool IsFromLog { get; init; }

    /// <summary>The worker ended its turn and said something.</summary>
    public sealed record Answered(string Text) : DriverOutcome;

    /// <summary>No answer: timeout, error or not-run, with the reason.</summary>
    public sealed record Failed(WorkerStatus Status, string Category, string Reason) : DriverOutcome
    {
        /// <summary>The vendor's limit ended it; not the worker's fault.</summary>
        public LimitSignal? Limit { get; init; }

        /// <summary>Its session holds finished work and can be gone on with.</summary>
        public bool HasProgress { get; init; }
    }
}
