using Okstra.Core.Convergence;
using Okstra.Core.Grouping;
using Okstra.Core.Workers;

namespace Okstra.Engine.Dispatching;

/// <summary>One dispatch to be made, or found on disk: worker × round × batch.</summary>
public sealed record DispatchOrder
{
    public required RosterEntry Entry { get; init; }

    public required AnswerKind Kind { get; init; }

    /// <summary>0 = analysis, 1… = re-verification, -1 = report writing, -2 = grouping.</summary>
    public required int Round { get; init; }

    /// <summary>1-based.</summary>
    public required int Batch { get; init; }

    public required string Prompt { get; init; }

    /// <summary>Name the vendor's session goes by (R-WRK-25, R-WRK-26).</summary>
    public required string AgentName { get; init; }

    /// <summary>What is voted on; empty in round 0.</summary>
    public IReadOnlyList<ClusteredFinding> Findings { get; init; } = [];

    /// <summary>What is to be grouped; empty unless <see cref="Kind"/> is <see cref="AnswerKind.Groups"/>.</summary>
    public IReadOnlyList<GroupingItem> Grouping { get; init; } = [];
}
