using Okstra.Core.Runs;
using Okstra.Core.Workers;

namespace Okstra.Core.Timing;

/// <summary>What is on disk of one run's time; nothing else keeps a record of it.</summary>
public sealed record RunRecord
{
    public required RunManifest Manifest { get; init; }

    public required JournalView Journal { get; init; }

    public required IReadOnlyList<DispatchDocument> Dispatches { get; init; }

    /// <summary>A process holds it now.</summary>
    public required bool IsHeld { get; init; }
}
