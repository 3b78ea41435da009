using Okstra.Core.Convergence;
using Okstra.Core.Grouping;
using Okstra.Core.Workers;
using Okstra.Processes;

namespace Okstra.Engine.Workers;

/// <summary>Everything a driver needs for one call.</summary>
public sealed record DispatchRequest
{
    public required RosterEntry Entry { get; init; }

    public required AnswerKind Kind { get; init; }

    /// <summary>0 = analysis, 1… = re-verification, -1 = report writing, -2 = grouping.</summary>
    public required int Round { get; init; }

    public required int Batch { get; init; }

    public required string Prompt { get; init; }

    /// <summary>What is voted on; auditors read it here instead of from the prompt.</summary>
    public required IReadOnlyList<ClusteredFinding> Findings { get; init; }

    /// <summary>What is to be grouped; scripted leads name findings by their title.</summary>
    public required IReadOnlyList<GroupingItem> Grouping { get; init; }

    /// <summary>The tree to read, absolute.</summary>
    public required string TreeDirectory { get; init; }

    public required bool InsideGit { get; init; }

    /// <summary>Folder for the driver's small files, absolute, outside the tree and outside the user's repository.</summary>
    public required string SupportDirectory { get; init; }

    /// <summary>Live log, absolute; everything the agent prints goes there as it arrives.</summary>
    public required string LogPath { get; init; }

    /// <summary>A fresh UUID.</summary>
    public required string SessionId { get; init; }

    /// <summary>Session to go on with; null for a new one.</summary>
    public string? ResumedSession { get; init; }

    public required TimeSpan TimeBudget { get; init; }

    /// <summary>Marks every process of this call, so that survivors can be recognised.</summary>
    public required string Label { get; init; }

    /// <summary>Called with the supervisor's identity before the agent can do anything.</summary>
    public required Action<ProcessIdentity> Started { get; init; }
}
