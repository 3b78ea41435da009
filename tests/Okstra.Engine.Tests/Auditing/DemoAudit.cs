using Okstra.Core.Convergence;
using Okstra.Core.Findings;
using Okstra.Core.Projects;
using Okstra.Core.Tasks;
using Okstra.Engine.Auditing;
using Okstra.Engine.Demo;
using Okstra.Processes;
using Okstra.Processes.Git;
using Okstra.Testing;

namespace Okstra.Engine.Tests.Auditing;

/// <summary>The demonstration repository with everything an auditor needs.</summary>
internal sealed class DemoAudit : IDisposable
{
    private readonly TempFolder _home = new();

    private GitSourceTree? _tree;

    public List<RecordedCommand> Recorded { get; } = [];

    public GitSourceTree Tree => _tree!;

    public static async Task<DemoAudit> CreateAsync() => await new DemoAudit().PrepareAsync();

    public AuditContext Context { get; private set; } = null!;

    public void Dispose()
    {
        _tree?.Dispose();
        _home.Dispose();
    }

    public async Task<Evidence> CheckAsync(Citation citation) =>
        await new CitationCheck(Tree, argv => Recorded.Find(run => run.Argv.SequenceEqual(argv)) is { } run ? new CommandLog(run.ExitCode, run.Log) : null)
            .CheckAsync("worker", citation, TestContext.Current.CancellationToken);

    public async Task<ClusteredFinding> ClusterAsync(string id, params Citation[] citations)
    {
        var evidence = new List<Evidence>();
        foreach (var citation in citations)
        {
            evidence.Add(await CheckAsync(citation));
        }

        return new ClusteredFinding
        {
            Id = id,
            Authors = ["claude"],
            Sources = ["claude/1"],
            TicketIds = [],
            Kind = "cause",
            Title = "title",
            Claim = "claim",
            Severity = Severity.Major,
            Confidence = 0.5,
            Recommendation = "",
            Evidence = evidence,
            Unsupported = evidence.All(item => !item.Carries),
        };
    }

    public AuditContext With(IProcessRunner runner, params QaCommand[] commands) => Context with { Runner = runner, QaCommands = commands };

    private async Task<DemoAudit> PrepareAsync()
    {
        var host = HermeticHost.Create(_home.Path);
        var runner = new ProcessRunner(host, TimeProvider.System);
        var git = new GitCommand(runner, host);
        var demo = await DemoRepository.CreateAsync(_home.At("demo"), git, TestContext.Current.CancellationToken);
        var repository = await GitRepository.FindAsync(git, demo.Folder, TestContext.Current.CancellationToken);
        _tree = new GitSourceTree(repository!, demo.Commit);
        Context = new AuditContext
        {
            TaskType = TaskType.ErrorAnalysis,
            TicketId = "demo-1",
            BriefText = DemoContent.Brief,
            Tree = _tree,
            GitFolder = demo.Folder,
            QaCommands = [],
            CreateCheckWorktree = _ => Task.FromResult(demo.Folder),
            Runner = runner,
            Git = git,
            Host = host,
            Clock = TimeProvider.System,
            Record = Recorded.Add,
        };
        return this;
    }
}
