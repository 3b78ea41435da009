using Okstra.Core.Findings;
using Okstra.Core.Reports;
using Okstra.Core.Workers;
using Okstra.Engine.Workers;

namespace Okstra.Engine.Dispatching;

/// <summary>What came out of a driver after the wire contract was applied: an outcome and, when it was valid, one typed answer.</summary>
public sealed record DispatchResult
{
    /// <summary><see cref="DriverOutcome.Failed"/> also when the answer broke its contract twice.</summary>
    public required DriverOutcome Outcome { get; init; }

    public bool Repaired { get; init; }

    /// <summary>Who answered; null when nobody was asked.</summary>
    public RosterEntry? CarriedOutBy { get; init; }

    /// <summary>Set when that is another vendor than the roster's.</summary>
    public Rerouting? Rerouted { get; init; }

    public WorkerAnswer? Answer { get; init; }

    public ReverifyAnswer? Votes { get; init; }

    public NarrativeFields? Narrative { get; init; }

    public GroupsAnswer? Groups { get; init; }
}
