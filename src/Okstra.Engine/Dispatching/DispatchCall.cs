using Okstra.Core.Workers;
using Okstra.Engine.Workers;
using Okstra.Processes;

namespace Okstra.Engine.Dispatching;

/// <summary>Everything one dispatch is made with.</summary>
internal sealed record DispatchCall
{
    /// <summary>Unique; the label of its supervisor.</summary>
    public required string Id { get; init; }

    public required DispatchOrder Order { get; init; }

    /// <summary>For the answer and its repair together.</summary>
    public required TimeSpan Budget { get; init; }

    /// <summary>Null when the driver needs none.</summary>
    public required WorkerTree? Tree { get; init; }

    /// <summary>Absolute.</summary>
    public required string LogPath { get; init; }

    /// <summary>Told of each supervisor, and who works under it, before its agent runs.</summary>
    public required Action<RosterEntry, ProcessIdentity> Started { get; init; }

    /// <summary>Told of what a vendor used that is left at a limit: true when another one goes on, false when the run pauses.</summary>
    public required Action<RosterEntry, DriverOutcome, bool> Paid { get; init; }
}
