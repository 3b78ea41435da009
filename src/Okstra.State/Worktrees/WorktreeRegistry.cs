using System.Globalization;
using Okstra.Core.Problems;
using Okstra.Core.Worktrees;
using Okstra.State.Documents;
using Okstra.State.Layout;
using Okstra.State.Locks;

namespace Okstra.State.Worktrees;

/// <summary>The registry on disk; every operation holds its lock, lookups too (R-LAY-54). Unreadable is a problem, never empty.</summary>
public sealed class WorktreeRegistry(HomeLayout home, DocumentStore documents, StateLocks locks, TimeProvider clock)
{
    // The lock is held for milliseconds; whoever waits a day for it has another problem.
    private static readonly TimeSpan Patience = TimeSpan.FromDays(1);

    /// <summary>Now, as rows say it (R-LAY-52): local time with the offset written without a colon.</summary>
    public string Now()
    {
        var now = clock.GetLocalNow();
        var offset = now.ToString("zzz", CultureInfo.InvariantCulture).Replace(":", "", StringComparison.Ordinal);
        return now.ToString("yyyy-MM-dd'T'HH:mm:ss", CultureInfo.InvariantCulture) + offset;
    }

    public async Task<RegistryDocument> ReadAsync(CancellationToken cancellationToken)
    {
        using var held = await LockAsync("read the registry", cancellationToken);
        return Load();
    }

    /// <summary>The row, or nothing; whether its directory exists is the caller's question (R-WT-33).</summary>
    public async Task<WorktreeRow?> LookupAsync(WorktreeKey key, CancellationToken cancellationToken) => (await ReadAsync(cancellationToken)).Row(key);

    /// <summary>One read, one rule, one write.</summary>
    /// <returns>The registry as it is on disk afterwards.</returns>
    public async Task<RegistryDocument> ChangeAsync(Func<RegistryDocument, RegistryDocument> rule, CancellationToken cancellationToken)
    {
        using var held = await LockAsync("change the registry", cancellationToken);
        var before = Load();
        var after = rule(before);
        if (!ReferenceEquals(before, after))
        {
            documents.Write(home.WorktreeRegistry, after, WorktreesJson.Default.RegistryDocument);
        }

        return after;
    }

    /// <summary>The released row; null when the key is unknown (R-WT-39).</summary>
    public async Task<WorktreeRow?> ReleaseAsync(WorktreeKey key, CancellationToken cancellationToken) =>
        (await ChangeAsync(registry => RegistryRules.Release(registry, key), cancellationToken)).Row(key);

    private RegistryDocument Load()
    {
        try
        {
            var stored = documents.TryRead(home.WorktreeRegistry, WorktreesJson.Default.RegistryDocument, RegistryDocument.Schema);
            return stored is null || stored.IsWhole ? stored ?? new RegistryDocument() : throw documents.Unreadable(home.WorktreeRegistry, "a row is null");
        }
        catch (UserErrorException unreadable) when (unreadable.Problem.Code == DocumentStore.UnreadableCode)
        {
            throw new UserErrorException(unreadable.Problem with { Hint = "okstra worktree repair rebuilds it from git's own records and the runs' manifests, and keeps this file" }, unreadable);
        }
    }

    private Task<StateLock> LockAsync(string verb, CancellationToken cancellationToken) => locks.AcquireAsync(home.WorktreeRegistryLock, verb, Patience, cancellationToken);
}
