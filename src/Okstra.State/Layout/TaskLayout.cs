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

    public RunLayout Run(TaskType type, CategorySeqs seqs) => new(RunDirectory(type), type, seqs);

    /// <summary>For each category the highest counter on disk + 1, from 001 (R-CON-17, R-OPN-10).</summary>
    public CategorySeqs NextSeqs(TaskType type)
    {
        var run = RunDirectory(type);
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

    /// <summary>Manifests of the runs of one type by seq, oldest first.</summary>
    public IReadOnlyList<RunManifestFile> RunManifests(TaskType type) =>
        [.. SeqFiles.Of(Path.Combine(RunDirectory(type), RunLayout.ManifestsName), $"{RunLayout.RunManifestKind}-", type).Select(file => new RunManifestFile(file.Path, type, file.Seq, File.GetLastWriteTimeUtc(file.Path))).OrderBy(file => file.Seq)];
}
