using Okstra.Core.Problems;
using Okstra.Processes.Custody;
using Okstra.State.Custody;
using Okstra.State.Documents;
using Okstra.State.Files;
using Okstra.State.Locks;

namespace Okstra.Engine.Custody;

/// <summary>A worktree with a raw administrative folder beside it, gone when disposed; one at a time for each repository, so that what a killed one left is known to be dead.</summary>
internal sealed class RawPlace : IDisposable
{
    /// <summary>How scratch folders of custody begin.</summary>
    public const string ScratchPrefix = "custody-";

    private const int NameLength = 16;
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(10);

    private readonly StateLock _lock;
    private readonly ScratchFolder _scratch;

    private RawPlace(StateLock held, ScratchFolder scratch, WorktreePlace place) => (_lock, _scratch, Place) = (held, scratch, place);

    public WorktreePlace Place { get; }

    /// <summary>The lock that says whether a scratch folder of custody is in use.</summary>
    public static string LockOf(RunServices services, string scratchName) => Path.Combine(services.Home.Root, ".locks", $"{scratchName}.lock");

    /// <exception cref="UserErrorException">Git cannot use the repository, or the worktree has submodules.</exception>
    public static async Task<RawPlace> OpenAsync(RunServices services, string repository, string path, CancellationToken cancellationToken)
    {
        var name = ScratchPrefix + ContentHash.OfText(repository)[..NameLength];
        var held = await services.Locks.AcquireAsync(LockOf(services, name), "worktree custody", Patience, cancellationToken);
        try
        {
            var admin = WorktreeAdmin.Find(repository, RepositoryWorktrees.RealPathOf(path));
            if (admin is not null && WorktreeAdmin.HasSubmodules(admin))
            {
                throw new UserErrorException("OKS0654", $"the worktree '{path}' has submodules, whose repositories okstra cannot keep: '{Path.Combine(admin, "modules")}'", "push or copy what is in them and deinitialise them, then again");
            }

            var scratch = new ScratchFolder(services.Home, services.Writer);
            var folder = Path.Combine(services.Home.Scratch, name);
            scratch.Remove(folder);
            scratch.Create(folder);
            var format = (await services.Git.RequireAsync(repository, [$"--git-dir={repository}", "rev-parse", "--show-object-format"], "describe the repository", cancellationToken)).Trim();
            var index = RawGitFolder.Create(folder, format, admin);
            var place = new WorktreePlace { CommonDirectory = repository, AdminFolder = admin, Folder = Path.Exists(path) ? path : null, RawFolder = folder, IndexCopy = index };
            return new RawPlace(held, scratch, place);
        }
        catch
        {
            held.Dispose();
            throw;
        }
    }

    public void Dispose()
    {
        _scratch.Remove(Place.RawFolder);
        _lock.Dispose();
    }
}
