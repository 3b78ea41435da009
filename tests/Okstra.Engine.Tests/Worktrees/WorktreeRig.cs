using Okstra.Core.Runs;
using Okstra.Core.Tasks;
using Okstra.Core.Worktrees;
using Okstra.Engine.Worktrees;
using Okstra.State.Worktrees;
using Okstra.Testing;

namespace Okstra.Engine.Tests.Worktrees;

/// <summary>A repository whose tasks get worktrees in a home of the test's own.</summary>
internal sealed class WorktreeRig : IDisposable
{
    private readonly TempFolder _temp = new();

    public WorktreeRig(string name = "shop", bool commit = true, Dictionary<string, string>? variables = null)
    {
        Home = _temp.CreateFolder("home");
        Repository = new TestRepository(_temp.CreateFolder(name));
        Repository.Git("init", "--quiet", "--initial-branch=main");
        if (commit)
        {
            Repository.Commit("first", ("a.txt", "a\n"), ("src/b.txt", "b\n"), (".gitignore", "*.log\n"));
        }

        Services = ServicesWith(variables);
    }

    public string Home { get; }

    public TestRepository Repository { get; }

    public RunServices Services { get; }

    public WorktreeRegistry Registry => new(Services.Home, Services.Documents, Services.Locks, Services.Time);

    public static CancellationToken Token => TestContext.Current.CancellationToken;

    public string Head => Repository.Git("rev-parse", "HEAD").Trim();

    public string TempPath => _temp.Path;

    public static WorktreeKey Key(string text = "shop:g:t-1") => TaskKey.TryParse(text, null, out var key, out _) ? WorktreeKey.Of(key) : throw new ArgumentException(text);

    public RunServices ServicesWith(Dictionary<string, string>? variables) =>
        RunServices.For(HermeticHost.Create(Home, variables) with { CurrentDirectory = Repository.Folder }, TimeProvider.System, IdSource.Seeded(7));

    public Task<ProvisionedWorktree> ProvisionAsync(string key = "shop:g:t-1", string? category = null, string? baseRef = null, string phase = "implementation", string? root = null) =>
        new WorktreeProvisioning(Services).ProvisionAsync(Request(key, category, baseRef, phase, root), Token);

    public ProvisionRequest Request(string key = "shop:g:t-1", string? category = null, string? baseRef = null, string phase = "implementation", string? root = null) =>
        new() { Key = Key(key), ProjectRoot = root ?? Repository.Folder, Phase = phase, WorkCategory = category, BaseRef = baseRef };

    public TestRepository In(string worktree) => new(worktree);

    public string Write(string path, string text) => _temp.Write(path, text);

    public string At(params string[] parts) => _temp.At(parts);

    public void Dispose() => _temp.Dispose();
}
