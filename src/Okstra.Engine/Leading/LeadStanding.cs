using Okstra.Core.Convergence;
using Okstra.Core.Sources;
using Okstra.Core.Workers;
using Okstra.Engine.Dispatching;

namespace Okstra.Engine.Leading;

/// <summary>What the documents of a run say is done and what is to be asked now.</summary>
public sealed record LeadStanding
{
    public required LeadStage Stage { get; init; }

    /// <summary>0 = analysis; the last executed round when nothing is left.</summary>
    public required int Round { get; init; }

    /// <summary>Dispatches of this round that have no document.</summary>
    public required IReadOnlyList<DispatchOrder> Open { get; init; }

    /// <summary>Of every round so far.</summary>
    public required IReadOnlyList<RecordedDispatch> Recorded { get; init; }

    /// <summary>Null until all analyses are recorded, and when none of them is usable.</summary>
    public ConvergenceState? State { get; init; }

    /// <summary>Frames of the brief that lie in the repository; read together with <see cref="State"/>.</summary>
    public IReadOnlyList<SourcePlace> Frames { get; init; } = [];

    public IReadOnlyList<DispatchDocument> Analyses => [.. Recorded.Where(recorded => recorded.Order.Round == 0).Select(recorded => recorded.Document)];

    public IReadOnlyList<DispatchDocument> Votes => [.. Recorded.Where(recorded => recorded.Order.Round > 0).Select(recorded => recorded.Document)];
}
