using Okstra.Core.Hosting;
using Okstra.Core.Projects;
using Okstra.Core.Sources;
using Okstra.Core.Tasks;
using Okstra.Processes;
using Okstra.Processes.Git;

namespace Okstra.Engine.Auditing;

/// <summary>Everything an auditor may look at.</summary>
public sealed record AuditContext
{
    public required TaskType TaskType { get; init; }

    /// <summary>Ticket of the brief, otherwise the task id (R-OPN-15).</summary>
    public required string TicketId { get; init; }

    public required string BriefText { get; init; }

    /// <summary>The frozen source; its <see cref="ISourceTree.Commit"/> is the inspected commit.</summary>
    public required ISourceTree Tree { get; init; }

    /// <summary>Absolute folder git is asked in; null outside git.</summary>
    public required string? GitFolder { get; init; }

    /// <summary>Commands of the project; only confirmed ones are ever run.</summary>
    public required IReadOnlyList<QaCommand> QaCommands { get; init; }

    /// <summary>Makes a throw-away worktree of the inspected commit and gives its absolute path; its owner removes it.</summary>
    public required Func<CancellationToken, Task<string>> CreateCheckWorktree { get; init; }

    public required IProcessRunner Runner { get; init; }

    public required GitCommand Git { get; init; }

    public required HostEnvironment Host { get; init; }

    public required TimeProvider Clock { get; init; }

    /// <summary>Keeps what was run, before any citation names it.</summary>
    public required Action<RecordedCommand> Record { get; init; }

    /// <summary>The same for analysis and re-verification of one run, so that checks run once.</summary>
    public CheckMemory Checks { get; init; } = new();

    /// <summary>Wall time all checks share.</summary>
    public TimeSpan CheckBudget { get; init; } = TimeSpan.FromMinutes(10);

    /// <summary>Wall time the search for candidates and their history may take.</summary>
    public TimeSpan SearchBudget { get; init; } = TimeSpan.FromSeconds(20);
}
