using Okstra.Core.Hosting;
using Okstra.Core.Problems;
using Okstra.Engine.Preparation;
using Okstra.State.Layout;

namespace Okstra.Engine.Setup;

/// <summary>Which folder a command means when it names none.</summary>
public sealed class ProjectRoots(HostEnvironment host, SourceFreeze source)
{
    /// <summary>The named folder; otherwise the nearer of the registered project and the repository around the current folder; otherwise that folder.</summary>
    /// <exception cref="UserErrorException">The named folder does not exist.</exception>
    public async Task<string> ResolveAsync(string? named, CancellationToken cancellationToken)
    {
        var folder = Path.TrimEndingDirectorySeparator(Path.GetFullPath(named ?? host.CurrentDirectory, host.CurrentDirectory));
        if (!Path.Exists(folder) || !Path.EndsInDirectorySeparator(folder) && !Path.Exists(folder + Path.DirectorySeparatorChar))
        {
            throw new UserErrorException("OKS0151", $"the project root '{folder}' is not an existing folder", "name a folder with --project-root, or start okstra inside one");
        }

        if (named is not null)
        {
            return folder;
        }

        var repository = await source.TopLevelAsync(folder, cancellationToken);
        var registered = StateLayout.FindRegistered(folder)?.ProjectRoot;
        return registered is not null && (repository is null || registered.Length >= repository.Length) ? registered : repository ?? folder;
    }
}
