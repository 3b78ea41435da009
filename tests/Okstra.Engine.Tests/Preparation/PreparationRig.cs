using System.Text.Json;
using Okstra.Core.Hosting;
using Okstra.Core.Runs;
using Okstra.Engine.Auditing;
using Okstra.Engine.Preparation;
using Okstra.Processes;
using Okstra.Processes.Git;
using Okstra.State.Documents;
using Okstra.State.Layout;
using Okstra.State.Locks;
using Okstra.State.Writing;
using Okstra.Testing;

namespace Okstra.Engine.Tests.Preparation;

/// <summary>A real repository with a brief, a home of its own, and a clock that stands still.</summary>
internal sealed class PreparationRig : IDisposable
{
    public const string BriefText = """
        # Total is wrong for one line

        The total of a cart with one line is 0.

        ```
          File "shop/cart.py", line 3, in total
        ```
        """;

    private readonly TempFolder _temp = new();

    private PreparationRig(bool git, Dictionary<string, string>? variables)
    {
        Project = _temp.CreateFolder("Shop Front");
        Home = _temp.CreateFolder("home");
        Brief = _temp.Write("briefs/total-bug.md", BriefText);
        if (git)
        {
            Repository = TestRepository.Create(Project, ("shop/cart.py", "def total(lines):\n    s = 0\n    for i in range(1, len(lines)):\n        s += lines[i]\n    return s\n"), ("pyproject.toml", "[tool.pytest.ini_options]\n"));
        }
        else
        {
            File.WriteAllText(Path.Combine(Project, "cart.py"), "x = 1\n");
        }

        Host = HermeticHost.Create(Home, variables) with { CurrentDirectory = Project };
        var writer = StateWriter.For(Host);
        var runner = new ProcessRunner(Host, TimeProvider.System);
        Services = new RunServices
        {
            Host = Host,
            Time = Clock,
            Ids = IdSource.Seeded(7),
            Writer = writer,
            Documents = new DocumentStore(writer, Clock),
            Locks = new StateLocks(Host, writer, Clock),
            Home = HomeLayout.Of(Host),
            Runner = runner,
            Git = new GitCommand(runner, Host),
        };
    }

    public string Project { get; }

    public string Home { get; }

    public string Brief { get; }

    public TestRepository? Repository { get; }

    public HostEnvironment Host { get; }

    public ManualClock Clock { get; } = new();

    public RunServices Services { get; }

    public RunPreparation Preparation => new(Services);

    /// <summary>All three CLIs are there, and the auditors.</summary>
    public static AvailableWorkers Everybody { get; } = AvailableWorkers.Of(_ => null, Auditors.All.Select(auditor => auditor.Worker));

    /// <summary>No CLI is there.</summary>
    public static AvailableWorkers AuditorsOnly { get; } = AvailableWorkers.Of(vendor => $"{vendor.Facts.Command} is not on PATH", Auditors.All.Select(auditor => auditor.Worker));

    public PrepareRequest Request => new() { TaskType = "error-analysis", BriefPath = Brief };

    public static PreparationRig InGit(Dictionary<string, string>? variables = null) => new(git: true, variables);

    public static PreparationRig OutsideGit() => new(git: false, null);

    public Task<PreparedRun> PrepareAsync(PrepareRequest? request = null, AvailableWorkers? available = null) =>
        Preparation.PrepareAsync(request ?? Request, available ?? Everybody, TestContext.Current.CancellationToken);

    public string WriteBrief(string name, string text) => _temp.Write($"briefs/{name}", text);

    public string WriteInProject(string path, string text) => _temp.Write($"Shop Front/{path}", text);

    public Task<string> InstructionAsync(RunBundle bundle, string name) => File.ReadAllTextAsync(Path.Combine(bundle.Layout.InstructionSet, name), TestContext.Current.CancellationToken);

    /// <summary>Every file below the state root, relative.</summary>
    public IReadOnlyList<string> StateFiles() => Directory.Exists(Path.Combine(Project, ".okstra"))
        ? [.. Directory.EnumerateFiles(Path.Combine(Project, ".okstra"), "*", SearchOption.AllDirectories).Select(path => Path.GetRelativePath(Project, path)).Order(StringComparer.Ordinal)]
        : [];

    public JsonElement Json(string path)
    {
        using var document = JsonDocument.Parse(File.ReadAllText(path));
        return document.RootElement.Clone();
    }

    public void Dispose() => _temp.Dispose();
}
