using Okstra.Core.Usage;
using Okstra.Core.Workers;
using Okstra.Engine.Workers;

namespace Okstra.Engine.Limits;

/// <summary>One question to a worker, whatever limits it met on the way.</summary>
/// <param name="Outcome">Its end, with everything it used.</param>
/// <param name="CarriedOutBy">The roster's entry, or the one it was rerouted to.</param>
/// <param name="Waited">Time that belongs to limits, not to the worker.</param>
internal sealed record LimitedCall(DriverOutcome Outcome, RosterEntry CarriedOutBy, TimeSpan Waited)
{
    /// <summary>Why another vendor answered; null when the roster's did.</summary>
    public Rerouting? Rerouted { get; init; }

    /// <summary>The same with the use of an earlier question of the dispatch in front.</summary>
    public LimitedCall After(IReadOnlyList<ModelUsage> earlier) => earlier.Count == 0 ? this : this with { Outcome = Outcome with { Models = [.. earlier, .. Outcome.Models] } };
}
