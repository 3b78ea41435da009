using Okstra.Assets;
using Okstra.Core.Clarifications;
using Okstra.Core.Convergence;
using Okstra.Core.Problems;
using Okstra.Core.Runs;
using Okstra.Core.Tasks;
using Okstra.Core.Text;
using Okstra.Engine.Approvals;
using Okstra.Engine.Clarifications;
using Okstra.Engine.Phases;
using Okstra.Engine.Setup;
using Okstra.Processes.Agents;
using Okstra.State.Documents;
using Okstra.State.Layout;

namespace Okstra.Engine.Preparation;

/// <summary>From a request to a frozen bundle on disk (R-CLI-035), under the task's mutex (R-CLI-040); every refusal comes before the first write.</summary>
public sealed class RunPreparation(RunServices services)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    /// <exception cref="UserErrorException">Something about the request, the repository or the stored state; nothing of the run was written.</exception>
    public async Task<PreparedRun> PrepareAsync(PrepareRequest request, AvailableWorkers available, CancellationToken cancellationToken)
    {
        var wanted = await new RequestChecks(services).CheckAsync(request, available, cancellationToken);
        var approved = await ApprovedAsync(wanted, cancellationToken);
        using var mutex = await services.Locks.AcquireAsync(services.Home.TaskLock(wanted.Key), "prepare a run", Patience, cancellationToken);
        var state = StateLayout.Resolve(wanted.ProjectRoot);
        var task = state.Task(wanted.Key);
        var known = services.Documents.TryRead(task.ManifestFile, TasksJson.Default.TaskManifest);
        TaskIdentity.RefuseCollision(wanted.Key, known);
        var convergence = wanted.Request.ConvergenceOver(known?.Convergence ?? new ConvergenceSettings());
        ConvergenceRules.Resolve(wanted.Type, convergence);
        var budgets = RunBudgets.Of(request, known, task.ManifestFile, wanted.Project, state.ProjectFile);
        var entered = await new PhaseEntry(services).EnterAsync(wanted, state, cancellationToken);
        RefuseCarryingOut(wanted);

        var registered = await new ProjectSetup(services).UpsertAsync(wanted.ProjectRoot, new SetupRequest { ProjectId = request.ProjectId }, cancellationToken);
        var place = await new TaskPlace(services).ProvideAsync(wanted, known, entered, cancellationToken);
        var stage = wanted.Type == TaskType.Implementation ? place.Phase?.Stage : null;
        var seqs = SeqReservation.Next(task, wanted.Type, stage, services.Documents);
        var carryIn = new ClarificationCarrying(services, task).Carry(wanted.Clarification);
        var inputs = Inputs(wanted, known, convergence, request.Language ?? registered.Project.ReportLanguage, seqs, place) with { CarryIn = carryIn, Budgets = budgets };
        var layout = task.Run(wanted.Type, seqs, stage);
        services.Documents.WriteOnce(layout.RunInputs, inputs, RunDocumentsJson.Default.RunInputs);
        var bundle = await CompleteAsync(layout, inputs, cancellationToken);
        return new PreparedRun(bundle, [.. Warnings(bundle, registered), .. place.Warnings, .. approved?.Warnings ?? []]);
    }

    /// <summary>Completes a preparation that was killed after its inputs were written; the run keeps its number.</summary>
    /// <param name="runInputsPath">The run-inputs document, absolute.</param>
    /// <param name="cancellationToken">Ends the waiting for the mutex.</param>
    /// <exception cref="UserErrorException">Prepared by an okstra with other texts, or unreadable.</exception>
    public async Task<PreparedRun> CompleteAsync(string runInputsPath, CancellationToken cancellationToken)
    {
        var inputs = services.Documents.Read(runInputsPath, RunDocumentsJson.Default.RunInputs);
        if (!TaskKey.TryParse(inputs.TaskKey, null, out var key, out var problem) || !TaskTypes.TryParse(inputs.TaskType, out var type, out problem))
        {
            throw new UserErrorException(problem);
        }

        if (inputs.Frozen.AssetVersion != AssetCatalog.Version)
        {
            throw new UserErrorException("OKS0170", $"run {inputs.Seq} of {inputs.TaskKey} was prepared by another version of okstra and never finished", "start the run again");
        }

        if (!CategorySeqs.TryParse(inputs.Sequences, out var seqs))
        {
            throw new UserErrorException("OKS0171", $"'{runInputsPath}' names no counters", "start the run again");
        }

        using var mutex = await services.Locks.AcquireAsync(services.Home.TaskLock(key), "prepare a run", Patience, cancellationToken);
        var registered = await new ProjectSetup(services).UpsertAsync(inputs.ProjectRoot, new SetupRequest(), cancellationToken);
        var layout = registered.State.Task(key).Run(type, seqs, type == TaskType.Implementation ? inputs.Phase?.Stage : null);
        var bundle = DocumentStore.Exists(layout.RunManifest) ? RunBundle.Load(layout, services.Documents) : await CompleteAsync(layout, inputs, cancellationToken);
        return new PreparedRun(bundle, Warnings(bundle, registered));
    }

    /// <summary>The approval given with the command, of a plan the run may carry out at all (R-CLI-019).</summary>
    private async Task<PlanAcknowledgement?> ApprovedAsync(CheckedRequest wanted, CancellationToken cancellationToken)
    {
        if (wanted.Request is not { Approve: true, ApprovedPlan: { } plan })
        {
            return null;
        }

        new ImplementationEntry(services).RequirePlan(wanted, StateLayout.Resolve(wanted.ProjectRoot));
        return await new PlanAcknowledging(services).ApproveAsync(plan, cancellationToken);
    }

    private static void RefuseCarryingOut(CheckedRequest wanted)
    {
        if (!wanted.Type.IsAnalysis() && !wanted.Request.RenderOnly)
        {
            throw PreparedOnly(wanted.Type);
        }
    }

    internal static UserErrorException PreparedOnly(TaskType type) => new(
        "OKS0162",
        $"this version prepares {type.Token()} runs and does not carry them out; a session lead takes over",
        "give the same arguments to okstra render-bundle and hand its output to the session that leads");

    private async Task<RunBundle> CompleteAsync(RunLayout layout, RunInputs inputs, CancellationToken cancellationToken)
    {
        var bundle = RunBundle.Of(layout, services.Documents, inputs, Manifest(layout, inputs));
        await new BundleWriter(services).WriteAsync(bundle, cancellationToken);
        return bundle;
    }

    private RunInputs Inputs(CheckedRequest wanted, TaskManifest? known, ConvergenceSettings convergence, ReportLanguage language, CategorySeqs seqs, TaskPlace.Provided place)
    {
        var request = wanted.Request;
        return new RunInputs
        {
            TaskKey = wanted.Key.ToString(),
            TaskType = wanted.Type.Token(),
            Seq = seqs.Manifests.ToString(),
            ProjectRoot = wanted.ProjectRoot,
            BriefPath = wanted.BriefFile.Path,
            BriefText = wanted.BriefFile.Text,
            Directive = request.Directive,
            Quick = request.Quick,
            WorkersOverride = RosterResolution.Normalise(request.Workers),
            Roster = wanted.Roster.Entries,
            Unavailable = wanted.Roster.Unavailable,
            RosterNote = wanted.Roster.Note,
            Models = new RunModels(
                RosterResolution.Model("lead", request.Models, ModelDefaults.Lead),
                wanted.Roster.Entries.ToDictionary(entry => entry.Worker, entry => entry.Model, StringComparer.Ordinal)),
            WorkCategory = wanted.WorkCategory,
            BaseRef = request.BaseRef,
            RelatedTasks = wanted.RelatedTasks ?? known?.RelatedTasks ?? [],
            ClarificationPath = wanted.Clarification?.Path,
            ClarificationText = wanted.Clarification?.Text,
            Language = language,
            Convergence = convergence,
            Frozen = new FrozenInputs
            {
                BaseCommit = place.BaseCommit,
                InspectedCommit = place.InspectedCommit,
                UncommittedFiles = place.UncommittedFiles,
                BriefPath = wanted.BriefFile.Path,
                BriefSha256 = wanted.BriefFile.Sha256,
                ProfileSha256 = ContentHash.OfText(wanted.Profile),
                AssetVersion = AssetCatalog.Version,
                PreparedAt = services.Now(),
            },
            Worktree = place.Worktree,
            Phase = place.Phase,
            Sequences = seqs.ToDictionary(),
            CanonicalArgv = CanonicalArgv.Of(request with { ClarificationResponse = wanted.Clarification?.Path }, place.Phase, wanted.Key, wanted.Type, wanted.ProjectRoot, wanted.BriefFile.Path),
        };
    }

    private RunManifest Manifest(RunLayout layout, RunInputs inputs) => new()
    {
        TaskKey = inputs.TaskKey,
        TaskType = inputs.TaskType,
        Seq = inputs.Seq,
        Stage = layout.Stage,
        Status = RunStatus.Prepared,
        CreatedAt = inputs.Frozen.PreparedAt,
        UpdatedAt = inputs.Frozen.PreparedAt,
        ProjectId = TaskKey.TryParse(inputs.TaskKey, null, out var key, out _) ? key.Project : "",
        ProjectRoot = inputs.ProjectRoot,
        Language = inputs.Language,
        Sequences = inputs.Sequences,
        Artifacts = RunArtifacts.Of(layout, inputs.Roster),
        Roster = inputs.Roster,
        Unavailable = inputs.Unavailable,
        RosterNote = inputs.RosterNote,
        Models = inputs.Models,
        Worktree = inputs.Worktree ?? new WorktreeBlock { Path = inputs.ProjectRoot, Status = "", Note = "prepared by a version that provisioned no worktree" },
        Inputs = inputs.Frozen,
        Convergence = ConvergenceRules.Resolve(layout.Type, inputs.Convergence),
    };

    private static List<string> Warnings(RunBundle bundle, SetupOutcome registered)
    {
        List<string?> warnings =
        [
            registered.State.Warning,
            bundle.Manifest.Inputs.UncommittedFiles is > 0 and var files ? $"{files} uncommitted files are not seen" : null,
            bundle.Manifest.Inputs.BaseCommit is null ? $"'{bundle.Manifest.ProjectRoot}' is not a git repository (skipped-not-git): workers read the folder itself" : null,
            bundle.Manifest.RosterNote,
            .. bundle.Manifest.Unavailable.OrderBy(pair => pair.Key, StringComparer.Ordinal).Select(pair => $"{pair.Key} will not run: {pair.Value}"),
            .. bundle.CarryIn.Where(row => row.Evidence.Contains(ClarificationEntry.ContradictionMark, StringComparison.Ordinal)).Select(row => $"{row.Id} was answered differently at different times: {row.Evidence}"),
            bundle.Inputs.ClarificationText is { } response && ClarificationTable.CarriedIn(response).Count == 0 ? "the clarification response has no A* or Q* rows in sections 5.1 and 5.2; it is passed on as it is" : null,
        ];
        return [.. warnings.OfType<string>()];
    }
}
