using Okstra.Core.Usage.Bills;
using Okstra.State.Layout;

namespace Okstra.Engine.Bills;

/// <summary>Which bill is wanted.</summary>
public sealed record BillRequest
{
    public required IReadOnlyList<StateLayout> Projects { get; init; }

    /// <summary>One task; null = every task of the projects.</summary>
    public TaskLayout? Task { get; init; }

    public required BillGrouping By { get; init; }

    /// <summary>First day, UTC.</summary>
    public DateOnly? Since { get; init; }

    /// <summary>Last day, UTC.</summary>
    public DateOnly? Until { get; init; }

    /// <summary>Compare with the session logs.</summary>
    public bool WithLogs { get; init; }
}
