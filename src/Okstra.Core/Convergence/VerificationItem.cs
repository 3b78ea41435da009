using Okstra.Core.Findings;

namespace Okstra.Core.Convergence;

/// <summary>One queued finding as a re-verification prompt shows it: what is claimed, on what evidence, and what was held against it; never who said it.</summary>
public sealed record VerificationItem
{
    public required string Id { get; init; }

    public required AskRole Role { get; init; }

    public required string Kind { get; init; }

    public required string Title { get; init; }

    public required string Claim { get; init; }

    public required Severity Severity { get; init; }

    /// <summary>Checked; their worker is blank.</summary>
    public required IReadOnlyList<Evidence> Evidence { get; init; }

    /// <summary>Arguments of the previous round only, the reader's own left out.</summary>
    public required IReadOnlyList<CounterPosition> Positions { get; init; }
}
