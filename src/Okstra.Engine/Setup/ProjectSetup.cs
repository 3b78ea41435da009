using Okstra.Core.Problems;
using Okstra.Core.Projects;
using Okstra.Core.Text;
using Okstra.Engine.Preparation;
using Okstra.State.Git;
using Okstra.State.Layout;

namespace Okstra.Engine.Setup;

/// <summary>Registers a repository: <c>project.json</c> is created or brought up to date, unknown keys kept (R-LAY-20, R-CLI-011, R-OPN-49).</summary>
public sealed class ProjectSetup(RunServices services)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    private readonly SourceFreeze _source = new(services.Git);

    /// <summary>What <c>okstra setup</c> does; doing it again changes nothing.</summary>
    public async Task<SetupOutcome> RunAsync(SetupRequest request, CancellationToken cancellationToken)
    {
        var root = await new ProjectRoots(services.Host, _source).ResolveAsync(request.ProjectRoot, cancellationToken);
        return await UpsertAsync(root, request, cancellationToken);
    }

    /// <summary>What <see cref="UpsertAsync"/> would store; writes nothing.</summary>
    public async Task<ProjectDocument> PreviewAsync(string root, SetupRequest request, CancellationToken cancellationToken)
    {
        var state = StateLayout.Resolve(root);
        return services.Documents.TryRead(state.ProjectFile, ProjectsJson.Default.ProjectDocument) is { } known
            ? Changed(known, request, state)
            : await FirstAsync(root, request, await _source.TopLevelAsync(root, cancellationToken) is not null, cancellationToken);
    }

    /// <summary>The same with defaults, for a run in a repository nobody registered.</summary>
    /// <exception cref="UserErrorException">The document cannot be written; names the project root (R-LAY-20).</exception>
    public async Task<SetupOutcome> UpsertAsync(string root, SetupRequest request, CancellationToken cancellationToken)
    {
        using var held = await services.Locks.AcquireAsync(services.Home.CentralLock, "register a project", Patience, cancellationToken);
        var migrated = request.Migrate && LegacyState.Move(root);
        var state = StateLayout.Resolve(root);
        var known = services.Documents.TryRead(state.ProjectFile, ProjectsJson.Default.ProjectDocument);
        var top = await _source.TopLevelAsync(root, cancellationToken);
        var wanted = known is null ? await FirstAsync(root, request, top is not null, cancellationToken) : Changed(known, request, state);
        try
        {
            if (!Same(known, wanted))
            {
                var now = services.Now();
                wanted = wanted with { CreatedAt = known is null || known.CreatedAt.Length == 0 ? now : known.CreatedAt, UpdatedAt = now };
                services.Documents.Write(state.ProjectFile, wanted, ProjectsJson.Default.ProjectDocument);
            }

            return new SetupOutcome(state, wanted, known is null, top is not null && await ExcludeAsync(root, cancellationToken), migrated);
        }
        catch (UserErrorException failure)
        {
            throw new UserErrorException(failure.Problem with { Message = $"cannot register the project at '{root}': {failure.Problem.Message}" }, failure);
        }
    }

    private async Task<ProjectDocument> FirstAsync(string root, SetupRequest request, bool insideGit, CancellationToken cancellationToken)
    {
        var files = await ProjectFiles.LookAsync(services.Git, root, insideGit, cancellationToken);
        return new ProjectDocument
        {
            ProjectId = request.ProjectId is null ? ProjectIds.Default(await RemoteAsync(root, insideGit, cancellationToken), root) : ProjectIds.Checked(request.ProjectId),
            ProjectRoot = root,
            Languages = files.Languages,
            QaCommands = request.ConfirmQaCommands ? Confirmed(files.QaCommands) : files.QaCommands,
            ReportLanguage = request.Language ?? ReportLanguages.FromLocale(services.Host),
            Auditor = request.Auditor ?? false,
        };
    }

    private static ProjectDocument Changed(ProjectDocument known, SetupRequest request, StateLayout state)
    {
        var id = request.ProjectId is null ? known.ProjectId : ProjectIds.Checked(request.ProjectId);
        if (id != known.ProjectId && state.Tasks().Count > 0)
        {
            throw new UserErrorException("OKS0152", $"the project is registered as '{known.ProjectId}' and has tasks under that id; it cannot become '{id}'", "leave --project-id out, or use the registered id");
        }

        return known with
        {
            ProjectId = id,
            ProjectRoot = state.ProjectRoot,
            QaCommands = request.ConfirmQaCommands ? Confirmed(known.QaCommands) : known.QaCommands,
            ReportLanguage = request.Language ?? known.ReportLanguage,
            Auditor = request.Auditor ?? known.Auditor,
        };
    }

    // Records compare lists by reference, and every list here is either the stored one or a new one.
    private static bool Same(ProjectDocument? known, ProjectDocument wanted) => known is not null && known with { QaCommands = wanted.QaCommands } == wanted && known.QaCommands.SequenceEqual(wanted.QaCommands);

    private static IReadOnlyList<QaCommand> Confirmed(IReadOnlyList<QaCommand> commands) => [.. commands.Select(command => command with { State = QaCommandState.Confirmed })];

    private async Task<string?> RemoteAsync(string root, bool insideGit, CancellationToken cancellationToken)
    {
        var result = insideGit ? await services.Git.RunAsync(root, ["config", "--get", "remote.origin.url"], cancellationToken) : null;
        return result is { Succeeded: true } ? result.Output : null;
    }

    private async Task<bool> ExcludeAsync(string root, CancellationToken cancellationToken)
    {
        var path = await services.Git.RequireAsync(root, ["rev-parse", "--path-format=absolute", "--git-path", "info/exclude"], "find its exclude file", cancellationToken);
        var subfolder = await services.Git.RequireAsync(root, ["rev-parse", "--show-prefix"], "find the project in the repository", cancellationToken);
        return GitExclude.Ensure(path.TrimEnd('\n'), subfolder.TrimEnd('\n').TrimEnd('/'), services.Writer);
    }
}
