using Okstra.Core.Worktrees;
using Okstra.Processes.Git;
using Okstra.State.Files;
using Okstra.State.Git;
using Okstra.State.Worktrees;

namespace Okstra.Engine.Worktrees;

/// <summary>What a new worktree gets before anybody works in it: shared folders and no way to push. Doing it again changes nothing.</summary>
internal sealed class WorktreeFurnishing(RunServices services)
{
    public const string ExcludeName = "okstra-exclude";

    public async Task<(LinkOutcome Links, bool Guarded)> FurnishAsync(WorktreeSite site, string folder, CancellationToken cancellationToken)
    {
        var guard = new PushGuard(site.Repository);
        var guarded = await guard.DisableAsync(folder, cancellationToken);
        var entries = SyncDirectories.Parse(services.Host.Variables.GetValueOrDefault(SyncDirectories.Variable));
        var links = SyncLinks.Link(Path.GetFullPath(site.Subfolder, site.Main), Path.GetFullPath(site.Subfolder, folder), entries);
        if (guarded && links.Linked.Count > 0)
        {
            await HideAsync(guard, site, folder, links.Linked, cancellationToken);
        }

        return (links, guarded);
    }

    /// <summary>Links are no work of the task, so its <c>git add --all</c> shall not see them; the user's own global rules go on holding.</summary>
    private async Task HideAsync(PushGuard guard, WorktreeSite site, string folder, IReadOnlyList<string> links, CancellationToken cancellationToken)
    {
        if (await site.Git.GitDirectoryAsync(folder, cancellationToken) is not { } gitDirectory)
        {
            return;
        }

        var file = Path.Combine(gitDirectory, ExcludeName);
        var configured = await services.Git.RunAsync(folder, ["config", "--type=path", "--get", "core.excludesFile"], cancellationToken);
        var users = configured.Succeeded && configured.Output.TrimEnd('\n') is { Length: > 0 } named && named != file ? named : DefaultExcludes();
        var own = string.Concat(links.Select(link => $"{GitExclude.Line(site.Subfolder, link)}\n"));
        services.Writer.Write(file, $"{TextFiles.TryRead(users)?.TrimEnd('\n')}\n# folders okstra linked from the main checkout\n{own}");
        await guard.ConfigureAsync(folder, "core.excludesFile", file, cancellationToken);
    }

    private string DefaultExcludes() => Path.Combine(
        services.Host.Variables.GetValueOrDefault("XDG_CONFIG_HOME") is { Length: > 0 } configured ? configured : Path.Combine(services.Host.Home, ".config"), "git", "ignore");
}
