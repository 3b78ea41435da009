using Okstra.Core.Problems;
using Okstra.Core.Projects;
using Okstra.Core.Runs;
using Okstra.Core.Tasks;
using Okstra.Engine;
using Okstra.Engine.Preparation;
using Okstra.State.Layout;
using Okstra.State.Runs;

namespace Okstra.Cli.Commands;

/// <summary>The project a reading verb speaks of, and the runs in it.</summary>
internal sealed class ProjectScope(RunServices services, StateLayout state, string? projectId)
{
    public StateLayout State => state;

    public string? ProjectId => projectId;

    public static ProjectScope Of(RunServices services, string? projectRoot)
    {
        var folder = Path.GetFullPath(projectRoot ?? ".", services.Host.CurrentDirectory);
        var state = StateLayout.FindRegistered(folder) ?? StateLayout.Resolve(folder);
        return new ProjectScope(services, state, services.Documents.TryRead(state.ProjectFile, ProjectsJson.Default.ProjectDocument)?.ProjectId);
    }

    /// <exception cref="UserErrorException">The folder belongs to no registered project.</exception>
    public ProjectScope Registered() => projectId is not null
        ? this
        : throw new UserErrorException("OKS0520", $"'{state.ProjectRoot}' belongs to no registered project", "start with okstra setup, or go into the repository");

    /// <summary>The named task.</summary>
    /// <exception cref="UserErrorException">No key, or no such task.</exception>
    public TaskLayout Task(string text)
    {
        if (!TaskKey.TryParse(text, projectId, out var key, out var problem))
        {
            throw new UserErrorException(problem);
        }

        var layout = state.Task(key);
        return Path.Exists(layout.ManifestFile)
            ? layout
            : throw new UserErrorException("OKS0523", $"there is no task '{key}' in '{state.ProjectRoot}'", "okstra status lists the tasks");
    }

    /// <summary>The named run; the project's newest when none is named.</summary>
    public LocatedRun Locate(string? run, string? seq)
    {
        var locator = new RunLocator(services.Documents);
        if (run is null)
        {
            return locator.FindNewest(state) ?? throw new UserErrorException("OKS0521", $"'{state.ProjectRoot}' has no run yet", "start one with okstra run --task-type error-analysis --brief <file>");
        }

        RunSeq? number = null;
        if (seq is not null)
        {
            number = RunSeq.TryParse(seq, out var parsed) ? parsed : throw new UserErrorException("OKS0522", $"'{seq}' is not the number of a run", "numbers look like 001");
        }

        return locator.Locate(run, new RunSelection(null, number), state, projectId, services.Host.CurrentDirectory);
    }

    /// <summary>The run-inputs of a preparation that was killed after anything else the argument could mean; null when there is none.</summary>
    public string? UnfinishedPreparation(string? run)
    {
        TaskLayout? task = null;
        if (run is not null)
        {
            task = TaskKey.TryParse(run, projectId, out var key, out _) ? state.Task(key) : TaskLayout.FromRunDirectory(Path.GetFullPath(run, services.Host.CurrentDirectory));
        }

        var unfinished = UnfinishedPreparations.Of(state).Where(found => run is null || found.Task == task).ToList();
        var manifests = (run is null ? state.Tasks() : task is null ? [] : [task]).SelectMany(known => known.RunManifests());
        return unfinished is [var newest, ..] && manifests.All(manifest => manifest.WrittenAt <= newest.WrittenAt) ? newest.Path : null;
    }

    public RunBundle Bundle(string? run, string? seq) => RunBundle.Load(Locate(run, seq).Run, services.Documents);
}
