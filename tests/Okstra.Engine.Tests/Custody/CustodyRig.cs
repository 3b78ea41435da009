using System.Diagnostics;
using Okstra.Core.Hosting;
using Okstra.Core.Problems;
using Okstra.Core.Runs;
using Okstra.Core.Worktrees;
using Okstra.Engine.Custody;
using Okstra.Engine.Worktrees;
using Okstra.Processes;
using Okstra.Processes.Custody;
using Okstra.Processes.Git;
using Okstra.State.Documents;
using Okstra.State.Layout;
using Okstra.State.Locks;
using Okstra.State.Worktrees;
using Okstra.State.Writing;
using Okstra.Testing;

namespace Okstra.Engine.Tests.Custody;

/// <summary>A real repository, a task's real worktree in it, and everything of that worktree as one text to compare.</summary>
internal sealed class CustodyRig : IDisposable
{
    // Modes, digests and link targets of all files, whatever their names are made of; okstra's own link and git's pointer are no work.
    private const string Listing = "find . -mindepth 1 ! -path ./.git ! -path ./.okstra \\( -type f -printf '%m %p ' -exec sha256sum -b {} \\; -o -type l -printf 'link %p %l\\n' \\) | LC_ALL=C sort";

    private readonly TempFolder _temp = new();

    private CustodyRig()
    {
        Project = _temp.CreateFolder("shop");
        Home = _temp.CreateFolder("home");
        Host = HermeticHost.Create(Home) with { CurrentDirectory = Project };
        var writer = StateWriter.For(Host);
        var runner = new ProcessRunner(Host, TimeProvider.System);
        Services = new RunServices
        {
            Host = Host,
            Time = TimeProvider.System,
            Ids = IdSource.Seeded(7),
            Writer = writer,
            Documents = new DocumentStore(writer, TimeProvider.System),
            Locks = new StateLocks(Host, writer, TimeProvider.System),
            Home = HomeLayout.Of(Host),
            Runner = runner,
            Git = new GitCommand(runner, Host),
        };
        Main = TestRepository.Create(
            Project,
            ("a.txt", "one\ntwo\nthree\n"),
            ("b.txt", "b\n"),
            ("src/cart.py", "total = 0\n"),
            ("package.json", "{}\n"),
            (".gitignore", "*.log\nnode_modules/\ndist/\n.env\nsecret/\n"));
        Places = new KnownPlaces(Services, Project);
    }

    public static CancellationToken Token => TestContext.Current.CancellationToken;

    public string Project { get; }

    public string Home { get; }

    public HostEnvironment Host { get; }

    public RunServices Services { get; }

    public KnownPlaces Places { get; }

    public TestRepository Main { get; }

    public WorktreeKey Key { get; } = WorktreeKey.TryParse("shop/g/t-1", out var key) ? key.Value : default;

    public string Folder => Services.Home.Worktree(Key);

    /// <summary>Git in the worktree.</summary>
    public TestRepository Work => new(Folder);

    public string Common => Path.Combine(Project, ".git");

    public WorktreeRegistry Registry => new(Services.Home, Services.Documents, Services.Locks, Services.Time);

    public static async Task<CustodyRig> CreateAsync(Action<CustodyRig>? before = null)
    {
        var rig = new CustodyRig();
        before?.Invoke(rig);
        var request = new ProvisionRequest { Key = rig.Key, ProjectRoot = rig.Project, Phase = "implementation", WorkCategory = "feature" };
        await new WorktreeProvisioning(rig.Services).ProvisionAsync(request, Token);
        return rig;
    }

    public string At(string relative) => Path.Combine(Folder, relative);

    public string TempAt(string relative) => _temp.At(relative);

    public void Write(string relative, string text)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(At(relative))!);
        File.WriteAllText(At(relative), text);
    }

    public string Script(string name, string body) => _temp.WriteScript(name, body);

    /// <summary>A shell in the worktree under the hermetic environment; fails the test when it fails.</summary>
    public string Shell(string script, bool mayFail = false)
    {
        var start = new ProcessStartInfo("/bin/sh", ["-c", script]) { WorkingDirectory = Folder, UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment.Clear();
        foreach (var (name, value) in HermeticHost.Variables(Home))
        {
            start.Environment[name] = value;
        }

        start.Environment["GIT_EDITOR"] = "true";
        using var process = Process.Start(start)!;
        var error = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode == 0 || mayFail ? output : throw new InvalidOperationException($"{script}: {error.Result}");
    }

    /// <summary>Everything that must come back: files, index with flags, HEAD with its history, what git status says.</summary>
    public string Everything() => string.Join("\n--\n", Shell(Listing), Shell("git ls-files -s"), Shell("git ls-files -v"), Head(), Shell("git status --porcelain=v1"));

    /// <summary>HEAD, and what it was before.</summary>
    public string Head() => Shell("git symbolic-ref -q HEAD; git rev-parse -q --verify HEAD; git log -g --format='%H %gs' HEAD 2>/dev/null", mayFail: true);

    public Task<ReleaseOutcome> ReleaseAsync() => new WorktreeRelease(Services, Places).ReleaseAsync(Key, Token);

    public async Task<IReadOnlyList<PruneOutcome>> PruneAsync()
    {
        var outcomes = new List<PruneOutcome>();
        foreach (var item in await new PrunePlan(Services, Places).MakeAsync(await Registry.ReadAsync(Token), null, Token))
        {
            outcomes.Add(await new WorktreePrune(Services, Places).RemoveAsync(item, Token));
        }

        return outcomes;
    }

    /// <summary>Prunes, and lets git forget everything no ref leads to.</summary>
    public async Task ClearAwayAsync()
    {
        Assert.All(await PruneAsync(), outcome => Assert.Null(outcome.Refusal?.Message));
        Assert.False(Path.Exists(Folder));
        Main.Git("reflog", "expire", "--expire=now", "--expire-unreachable=now", "--all");
        Main.Git("gc", "--quiet", "--prune=now");
        Main.Git("fsck", "--full", "--strict", "--no-dangling");
    }

    public Task<RestoreOutcome> RestoreAsync(string? from = null, string? to = null, string? branch = null) =>
        new WorktreeRestore(Services, Places).RestoreAsync(new RestoreRequest { Key = Key, From = from, To = to, Branch = branch, ProjectRoot = Project }, Token);

    public Task<IReadOnlyList<KeptWork>> KeptAsync() => new KeepRefs(Services.Git, Common).ListAsync(Key.KeepPrefix, Token);

    public async Task<Problem> RefusedReleaseAsync() => (await Assert.ThrowsAsync<UserErrorException>(ReleaseAsync)).Problem;

    public void Dispose()
    {
        if (Path.Exists(Folder))
        {
            // The framework cannot remove a file whose name is no text.
            Shell("find . -mindepth 1 -delete");
        }

        _temp.Dispose();
    }
}
