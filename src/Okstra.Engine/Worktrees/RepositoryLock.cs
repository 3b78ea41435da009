using Okstra.Processes.Git;
using Okstra.State.Locks;

namespace Okstra.Engine.Worktrees;

/// <summary>One writer at a time in a repository, whichever home it works for: the lock lies in the common git directory (design: git custody).</summary>
/// <remarks>Order of locks: task mutex, repository, registry; never the other way round.</remarks>
public static class RepositoryLock
{
    private const string FileName = "okstra.lock";

    // Two hundred worktrees of a large repository take minutes, one after the other.
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(30);

    public static Task<StateLock> AcquireAsync(RunServices services, GitRepository repository, string verb, CancellationToken cancellationToken) =>
        AcquireAsync(services, repository.CommonDirectory, verb, cancellationToken);

    /// <summary>The same for a repository of which only the common git directory is known.</summary>
    public static Task<StateLock> AcquireAsync(RunServices services, string commonDirectory, string verb, CancellationToken cancellationToken) =>
        services.Locks.AcquireAsync(Path.Combine(commonDirectory, FileName), verb, Patience, cancellationToken);
}
