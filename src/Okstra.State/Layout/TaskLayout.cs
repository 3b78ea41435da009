using Okstra.Core.Runs;
using Okstra.Core.Tasks;

namespace Okstra.State.Layout;

/// <summary>Paths of one task (spec 2.4).</summary>
/// <param name="Root"><c>&lt;state root&gt;/tasks/&lt;group&gt;/&lt;task&gt;</c>, absolute (R-LAY-24).</param>
public sealed record TaskLayout(string Root)
{
    private const string RunsName = "runs";

    /// <summary>R-LAY-25.</summary>
    public string ManifestFile => Path.Combine(Root, "task-manifest.json");

    /// <summary>R-LAY-26.</summary>
    public string IndexFile => Path.Combine(Root, "task-index.md");

    /// <summary>R-LAY-28.</summary>
    public string ReferenceExpectationsFile => Path.Combine(Root, "reference-expectations.md");

    /// <summary>Conformance manifest and results, shared by phases (R-LAY-31).</summary>
    public string QaDirectory => Path.Combine(Root, "qa");

    public string RunsDirectory => Path.Combine(Root, RunsName);

    /// <summary>The task a run directory belongs to: the folder above its <c>runs</c> ancestor (R-LAY-32); null when it has none.</summary>
    public static TaskLayout? FromRunDirectory(string folder)
    {
        for (var at = Path.GetFullPath(folder); at is not null; at = Path.GetDirectoryName(at))
        {
            if (string.Equals(Path.GetFileName(at), RunsName, StringComparison.Ordinal) && Path.GetDirectoryName(at) is { } root)
            {
                return new TaskLayout(root);
            }
        }

        return null;
    }

    /// <summary>R-LAY-29.</summary>
    public string RunDirectory(TaskType type) => Path.Combine(RunsDirectory, type.Token());

    /// <summary>The same, or the stage's own below it (R-LAY-30).</summary>
    public string RunDirectory(TaskType type, int? stage) => stage is { } number ? StageRunDirectory.Of(this, number) : RunDirectory(type);

    public RunLayout Run(TaskType type, CategorySeqs seqs, int? stage = null) => new(RunDirectory(type, stage), type, seqs);

    /// <summary>Every run directory of a type that may hold runs: the type's own first, then those of its stages, ascending.</summary>
    public IReadOnlyList<(string Folder, int? Stage)> RunDirectories(TaskType type)
    {
        var own = RunDirectory(type);
        if (type != TaskType.Implementation || !Directory.Exists(own))
        {
            return [(own, null)];
        }

        var stages = Directory.EnumerateDirectories(own).Select(folder => (Folder: folder, Stage: StageRunDirectory.StageOf(folder))).Where(found => found.Stage is not null).OrderBy(found => found.Stage);
        return [(own, null), .. stages];
    }

    /// <summary>For each category the highest counter on disk + 1, from 001 (R-CON-17, R-OPN-10); every stage counts for itself.</summary>
    public CategorySeqs NextSeqs(TaskType type, int? stage = null)
    {
        var run = RunDirectory(type, stage);
        return new CategorySeqs(
            Next(RunLayout.ReportsName),
            Next(RunLayout.PromptsName),
            Next(RunLayout.StateName),
            Next(RunLayout.ManifestsName),
            Next(RunLayout.WorkerResultsName),
            Next(RunLayout.StatusName),
            Next(RunLayout.SessionsName));

        RunSeq Next(string category) => SeqFiles.Highest(Path.Combine(run, category), type) is { } highest ? highest.Next : RunSeq.First;
    }

    /// <summary>Manifests of every run of this task in order of time, oldest first.</summary>
    public IReadOnlyList<RunManifestFile> RunManifests() =>
        [.. TaskTypes.All.SelectMany(RunManifests).OrderBy(file => file.WrittenAt).ThenBy(file => file.Type).ThenBy(file => file.Seq)];

    /// <summary>Manifests of the runs of one type, oldest first: by seq, and over several stages by time.</summary>
    public IReadOnlyList<RunManifestFile> RunManifests(TaskType type)
    {
        var directories = RunDirectories(type);
        var bySeq = directories.SelectMany(directory => RunManifests(type, directory.Folder, directory.Stage));
        return [.. directories.Count == 1 ? bySeq : bySeq.OrderBy(file => file.WrittenAt)];
    }

    /// <summary>The newest resume script on disk, for when no manifest says which; null when there is none (R-LAY-40).</summary>
    public string? NewestResumeCommand() => TaskTypes.All.SelectMany(RunDirectories)
        .Select(directory => Path.Combine(directory.Folder, RunLayout.SessionsName))
        .Where(Directory.Exists)
        .SelectMany(folder => Directory.EnumerateFiles(folder, "claude-resume-*.sh"))
        .MaxBy(File.GetLastWriteTimeUtc);

    private static IEnumerable<RunManifestFile> RunManifests(TaskType type, string folder, int? stage) =>
        SeqFiles.Of(Path.Combine(folder, RunLayout.ManifestsName), $"{RunLayout.RunManifestKind}-", type)
            .Select(file => new RunManifestFile(file.Path, type, file.Seq, File.GetLastWriteTimeUtc(file.Path)) { Stage = stage })
            .OrderBy(file => file.Seq);
}
