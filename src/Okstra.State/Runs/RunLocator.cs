using Okstra.Core.Problems;
using Okstra.Core.Runs;
using Okstra.Core.Tasks;
using Okstra.State.Documents;
using Okstra.State.Layout;

namespace Okstra.State.Runs;

/// <summary>Turns <c>&lt;run&gt;</c> on a command line into one run: a run directory, a file of a run (its report), or a task key (design: state on disk).</summary>
/// <param name="documents">Reads run manifests; names are never rebuilt from a guessed counter (R-CON-17).</param>
public sealed class RunLocator(DocumentStore documents)
{
    /// <param name="text">As given.</param>
    /// <param name="selection">Narrows a task or run directory; ignored for a file, which belongs to one run.</param>
    /// <param name="project">State of the project the command runs in.</param>
    /// <param name="projectId">Its registered id, for short task keys; null when it is not registered.</param>
    /// <param name="currentDirectory">What relative paths start from.</param>
    /// <exception cref="UserErrorException">No such run.</exception>
    public LocatedRun Locate(string text, RunSelection selection, StateLayout project, string? projectId, string currentDirectory)
    {
        var path = Path.GetFullPath(text, currentDirectory);
        if (File.Exists(path) && TaskLayout.FromRunDirectory(path) is { } ownTask)
        {
            return OfFile(path, ownTask);
        }

        if (Directory.Exists(path) && TaskOf(path) is { } task)
        {
            return Newest(task, selection with { Type = selection.Type ?? TypeOf(path, task), Stage = selection.Stage ?? StageOf(path, task) }, text);
        }

        return TaskKey.TryParse(text, projectId, out var key, out var problem)
            ? Newest(project.Task(key), selection, key.ToString())
            : throw new UserErrorException("OKS0231", $"'{text}' is neither a run directory, nor a file of a run, nor a task key", problem.Hint);
    }

    /// <summary>The run prepared last in a project; null when it has none.</summary>
    public LocatedRun? FindNewest(StateLayout project)
    {
        var runs = project.Tasks().SelectMany(task => task.RunManifests().Select(manifest => (Task: task, Manifest: manifest))).ToList();
        if (runs.Count == 0)
        {
            return null;
        }

        var (newestTask, newest) = runs.MaxBy(run => run.Manifest.WrittenAt);
        return Open(newestTask, newest);
    }

    /// <summary>Reads which run a manifest describes.</summary>
    public LocatedRun Open(TaskLayout task, RunManifestFile manifest)
    {
        var pointer = documents.Read(manifest.Path, RunsJson.Default.RunPointer);
        return TaskKey.TryParse(pointer.TaskKey, null, out var key, out _) && CategorySeqs.TryParse(pointer.Sequences, out var seqs)
            ? new LocatedRun(key, task, task.Run(manifest.Type, seqs, manifest.Stage))
            : throw new UserErrorException("OKS0204", $"'{manifest.Path}' names no task key or lacks a counter in 'sequences'", "restore the file from a backup, or start a new run");
    }

    private static TaskLayout? TaskOf(string folder) => File.Exists(Path.Combine(folder, "task-manifest.json"))
        ? new TaskLayout(folder)
        : TaskLayout.FromRunDirectory(folder);

    private static TaskType? TypeOf(string path, TaskLayout task)
    {
        var name = Path.GetRelativePath(task.RunsDirectory, path).Split(Path.DirectorySeparatorChar)[0];
        return TaskTypes.TryParse(name, out var type, out _) ? type : null;
    }

    // runs/implementation/stage-2/reports/final-report-implementation-001.md
    private static int? StageOf(string path, TaskLayout task) => Path.GetRelativePath(task.RunsDirectory, path).Split(Path.DirectorySeparatorChar) is [var type, var stage, ..]
        ? StageRunDirectory.StageOf(Path.Combine(task.RunsDirectory, type, stage))
        : null;

    private LocatedRun Newest(TaskLayout task, RunSelection selection, string name)
    {
        var runs = selection.Type is { } type ? task.RunManifests(type) : task.RunManifests();
        var found = runs.LastOrDefault(run => (selection.Seq is not { } seq || run.Seq == seq) && (selection.Stage is not { } stage || run.Stage == stage))
            ?? throw new UserErrorException("OKS0232", $"'{name}' has no {Described(selection)}", $"runs there: {(runs.Count == 0 ? "none" : string.Join(", ", runs.TakeLast(10).Select(run => $"{run.Type.Token()}{(run.Stage is { } stage ? $" stage {stage}" : "")} {run.Seq}")))}");
        return Open(task, found);
    }

    private static string Described(RunSelection selection) =>
        $"{(selection.Type is { } type ? $"{type.Token()} " : "")}{(selection.Stage is { } stage ? $"stage {stage} " : "")}run{(selection.Seq is { } seq ? $" with seq {seq}" : "")}";

    /// <summary>The run whose counter of the file's category is the one in the file's name.</summary>
    private LocatedRun OfFile(string path, TaskLayout task)
    {
        if (TypeOf(path, task) is { } type && SeqFiles.TryRead(Path.GetFileName(path), type, out var seq))
        {
            var category = Path.GetFileName(Path.GetDirectoryName(path))!;
            var stage = StageOf(path, task);
            var run = task.RunManifests(type).Where(manifest => manifest.Stage == stage).Select(manifest => Open(task, manifest))
                .LastOrDefault(run => run.Run.Seqs.ToDictionary().GetValueOrDefault(category) == seq.ToString());
            if (run is not null)
            {
                return run;
            }
        }

        throw new UserErrorException("OKS0231", $"'{path}' lies in a run directory but belongs to no run that has a manifest", "name the run directory or the task key instead");
    }
}
