using Okstra.Core.Findings;
using Okstra.Core.Problems;
using Okstra.Core.Sources;
using Okstra.Engine.Auditing;
using Okstra.Engine.Dispatching;
using Okstra.Engine.Preparation;
using Okstra.Engine.Settling;
using Okstra.Engine.Workers;
using Okstra.Engine.Workers.Scripted;
using Okstra.Processes.Git;
using Okstra.State.Files;
using Okstra.State.Trees;

namespace Okstra.Engine.Pipeline;

/// <summary>Where the work of one run happens: the frozen source, the trees of its workers, its drivers and the commands it recorded.</summary>
public sealed class Workplace : IAsyncDisposable
{
    private readonly RunServices _services;
    private readonly RunBundle _bundle;

    private Workplace(RunServices services, RunBundle bundle, GitRepository? repository)
    {
        (_services, _bundle) = (services, bundle);
        Commands = new RecordedCommands(services, bundle);
        Tree = repository is null ? new FolderSourceTree(bundle.Manifest.ProjectRoot) : new GitSourceTree(repository, bundle.Manifest.Inputs.InspectedCommit!);
        Trees = new WorkerTrees(services, bundle, repository);
        Drivers = DriverCatalog.For(services, Audit(services, bundle), ScenarioOf(bundle));
        Check = new CitationCheck(Tree, Commands.Find);
    }

    public RecordedCommands Commands { get; }

    /// <summary>What citations are compared with.</summary>
    public ISourceTree Tree { get; }

    public WorkerTrees Trees { get; }

    public DriverCatalog Drivers { get; }

    public CitationCheck Check { get; }

    /// <summary>What settles contested findings in this run's worktrees.</summary>
    public SettleStage Settling(IRunObserver observer) => new(_services, _bundle, this, observer, SettleBudget.Default);

    /// <exception cref="UserErrorException">The frozen commit is gone.</exception>
    public static async Task<Workplace> OpenAsync(RunServices services, RunBundle bundle, CancellationToken cancellationToken) =>
        new(services, bundle, await RepositoryAsync(services, bundle, cancellationToken));

    public async ValueTask DisposeAsync()
    {
        await Trees.DisposeAsync();
        (Tree as IDisposable)?.Dispose();
    }

    /// <summary>Null outside git; a run that was frozen inside a repository cannot go on without it.</summary>
    private static async Task<GitRepository?> RepositoryAsync(RunServices services, RunBundle bundle, CancellationToken cancellationToken)
    {
        if (bundle.Manifest.Inputs.InspectedCommit is not { } commit)
        {
            return null;
        }

        var repository = await GitRepository.FindAsync(services.Git, bundle.Manifest.ProjectRoot, cancellationToken);
        return repository is not null && await repository.ResolveAsync(commit, cancellationToken) is not null
            ? repository
            : throw new UserErrorException("OKS0502", $"the frozen commit {commit} is no longer in '{bundle.Manifest.ProjectRoot}'", "fetch it again, or start a new run");
    }

    private AuditContext Audit(RunServices services, RunBundle bundle) => new()
    {
        TaskType = bundle.Type,
        TicketId = bundle.Brief.TicketIds is [var ticket, ..] ? ticket : bundle.Key.Task,
        BriefText = bundle.Brief.Text,
        Tree = Tree,
        GitFolder = bundle.Manifest.Inputs.InspectedCommit is null ? null : bundle.Manifest.ProjectRoot,
        QaCommands = bundle.Project.QaCommands,
        CreateCheckWorktree = Trees.CheckTreeAsync,
        Runner = services.Runner,
        Git = services.Git,
        Host = services.Host,
        Clock = services.Time,
        Record = Commands.Add,
    };

    private static Scenario? ScenarioOf(RunBundle bundle) => WorkerChoice.ScenarioPath(bundle.Inputs.WorkersOverride ?? []) is { } path
        ? ScriptedDriver.Parse(TextFiles.Read(path), path)
        : null;
}
