using System.Globalization;
using Okstra.Core.Custody;
using Okstra.Core.Problems;
using Okstra.Processes.Custody;

namespace Okstra.Engine.Custody;

/// <summary>Which branch restored work goes on; an existing one is never moved.</summary>
internal sealed class BranchChoice(RepositoryWorktrees worktrees, string? asked)
{
    private const string Heads = "refs/heads/";

    /// <param name="Attach">Branch HEAD is pointed at; null = HEAD stays as it was kept.</param>
    /// <param name="Registered">Branch of the row.</param>
    public sealed record Choice(string? Attach, string Registered);

    /// <summary>Makes the branch where it does not exist.</summary>
    /// <exception cref="UserErrorException">The branch that was asked for is taken.</exception>
    public async Task<Choice> ChooseAsync(KeepMessage kept, List<string> notes, CancellationToken cancellationToken)
    {
        var on = kept.HeadRef is { } name && name.StartsWith(Heads, StringComparison.Ordinal) ? name[Heads.Length..] : kept.Branch;
        if (kept.Head == HeadKind.Branch && kept.Tip is { } tip && (asked ?? on) is { } wanted)
        {
            var branch = await PlaceAsync(wanted, tip, notes, cancellationToken);
            return new Choice(branch == on ? null : branch, branch);
        }

        // In the middle of a rebase HEAD is detached; the branch the rebase will move must be there all the same.
        if (kept is { Branch: { } own, BranchTip: { } ownTip } && await worktrees.ResolveAsync(Heads + own, cancellationToken) is null)
        {
            await worktrees.TryCreateBranchAsync(own, ownTip, cancellationToken);
        }

        if (kept.Head == HeadKind.Unborn && (asked ?? on) is { } unborn)
        {
            var free = await worktrees.ResolveAsync(Heads + unborn, cancellationToken) is null ? unborn : await FreeAsync(unborn, null, cancellationToken);
            Tell(unborn, free, notes);
            return new Choice(free == on ? null : free, kept.Branch ?? free);
        }

        if (asked is not null && kept.Tip is { } detached)
        {
            var branch = await PlaceAsync(asked, detached, notes, cancellationToken);
            return new Choice(branch, branch);
        }

        return new Choice(null, kept.Branch ?? "");
    }

    private static void Tell(string wanted, string used, List<string> notes)
    {
        if (wanted != used)
        {
            notes.Add($"branch '{wanted}' is elsewhere by now and was left alone; the work is on '{used}'");
        }
    }

    private async Task<string> PlaceAsync(string wanted, string tip, List<string> notes, CancellationToken cancellationToken)
    {
        var branch = await IsUsableAsync(wanted, tip, cancellationToken) ? wanted : await FreeAsync(wanted, tip, cancellationToken);
        Tell(wanted, branch, notes);
        return branch;
    }

    /// <summary>It stands at the commit already and nobody has it checked out, or it does not exist and is made now.</summary>
    private async Task<bool> IsUsableAsync(string branch, string tip, CancellationToken cancellationToken)
    {
        var at = await worktrees.ResolveAsync(Heads + branch, cancellationToken);
        return at is null
            ? await worktrees.TryCreateBranchAsync(branch, tip, cancellationToken)
            : at == tip && (await worktrees.ListAsync(cancellationToken)).All(entry => entry.Branch != Heads + branch);
    }

    private async Task<string> FreeAsync(string branch, string? tip, CancellationToken cancellationToken)
    {
        for (var number = 1; ; number++)
        {
            var name = string.Create(CultureInfo.InvariantCulture, $"{branch}-restored-{number}");
            if (tip is null ? await worktrees.ResolveAsync(Heads + name, cancellationToken) is null : await IsUsableAsync(name, tip, cancellationToken))
            {
                return name;
            }
        }
    }
}
