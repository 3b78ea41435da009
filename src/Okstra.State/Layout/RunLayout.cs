using Okstra.Core.Runs;
using Okstra.Core.Tasks;

namespace Okstra.State.Layout;

/// <summary>Paths of one run (spec 2.5); every category has its own counter (R-CON-17).</summary>
/// <param name="Root"><c>runs/&lt;task-type&gt;</c>, or the stage's directory below it, absolute; shared by the runs of that type or stage.</param>
/// <param name="Type">Task type.</param>
/// <param name="Seqs">Counters of this run.</param>
public sealed record RunLayout(string Root, TaskType Type, CategorySeqs Seqs)
{
    internal const string ReportsName = "reports";
    internal const string PromptsName = "prompts";
    internal const string StateName = "state";
    internal const string ManifestsName = "manifests";
    internal const string WorkerResultsName = "worker-results";
    internal const string StatusName = "status";
    internal const string SessionsName = "sessions";
    internal const string RunManifestKind = "run-manifest";

    /// <summary>Stage of an implementation run, read from the directory; null for every other run.</summary>
    public int? Stage => StageRunDirectory.StageOf(Root);

    /// <summary>The run's own seq: that of its manifests.</summary>
    public RunSeq Seq => Seqs.Manifests;

    public string Reports => Path.Combine(Root, ReportsName);

    public string Prompts => Path.Combine(Root, PromptsName);

    public string State => Path.Combine(Root, StateName);

    public string Manifests => Path.Combine(Root, ManifestsName);

    public string WorkerResults => Path.Combine(Root, WorkerResultsName);

    public string Status => Path.Combine(Root, StatusName);

    public string Sessions => Path.Combine(Root, SessionsName);

    /// <summary>The seven artifact directories (R-LAY-34).</summary>
    public IReadOnlyList<string> Directories => [Reports, Prompts, State, Manifests, WorkerResults, Status, Sessions];

    /// <summary>R-OPN-32.</summary>
    public string InstructionSet => Path.Combine(Root, $"instruction-set-{Seq}");

    /// <summary>R-OPN-20.</summary>
    public string RunManifest => ManifestFile(RunManifestKind);

    /// <summary>R-LAY-41.</summary>
    public string RunContext => ManifestFile("run-context");

    /// <summary>R-LAY-41, R-OPN-21.</summary>
    public string RunInputs => ManifestFile("run-inputs");

    /// <summary>R-LAY-37.</summary>
    public string TeamState => StateFile("team-state", "json");

    /// <summary>Clustered findings with checked evidence.</summary>
    public string Findings => StateFile("findings", "json");

    /// <summary>R-LAY-38.</summary>
    public string Convergence => StateFile("convergence", "json");

    /// <summary>Commands that were run to settle contested findings.</summary>
    public string Settlements => StateFile("settlements", "json");

    public string Journal => StateFile("journal", "jsonl");

    /// <summary>What the run's dispatches set aside and used.</summary>
    public string UsageLedger => StateFile("usage", "jsonl");

    /// <summary>Held to the end of the run by the process that works on it.</summary>
    public string RunLock => StateFile("run", "lock");

    public string Validation => StateFile("validation", "json");

    /// <summary>R-OPN-29.</summary>
    public string ErrorLog => StateFile("error-log", "jsonl");

    /// <summary>The report as a document (R-LAY-36, R-OPN-30).</summary>
    public string ReportDocument => ReportFile("data.json");

    /// <summary>R-LAY-35.</summary>
    public string ReportMarkdown => ReportFile("md");

    public string ReportHtml => ReportFile("html");

    /// <summary>R-LAY-39.</summary>
    public string FinalStatus => Path.Combine(Status, $"final-{Type.Token()}-{Seqs.Status}.status");

    /// <summary>Resume script; readers follow the manifest's pointer and never rebuild this name (R-LAY-40).</summary>
    public string ResumeCommand => Path.Combine(Sessions, $"claude-resume-{Type.Token()}-{Seqs.Sessions}.sh");

    /// <summary>Prompt of a dispatch (R-LAY-43).</summary>
    public string Prompt(string worker, int round, int batch) => Path.Combine(Prompts, $"{DispatchName(worker, round, batch)}-{Type.Token()}-{Seqs.Prompts}.md");

    /// <summary>Live log beside the prompt (R-LAY-45).</summary>
    public string LiveLog(string worker, int round, int batch) => Path.ChangeExtension(Prompt(worker, round, batch), "log");

    /// <summary>The one document of a dispatch (R-LAY-42).</summary>
    public string DispatchDocument(string worker, int round, int batch) =>
        Path.Combine(WorkerResults, $"{DispatchName(worker, round, batch)}-{Type.Token()}-{Seqs.WorkerResults}.json");

    /// <summary>Names of everything in the folder of worker results, sorted.</summary>
    public IReadOnlyList<string> WorkerFiles() => Directory.Exists(WorkerResults) ? [.. Directory.EnumerateFiles(WorkerResults).Select(path => Path.GetFileName(path)).Order(StringComparer.Ordinal)] : [];

    /// <summary>The dispatch documents of this run that are on disk, ordinally sorted.</summary>
    public IReadOnlyList<string> DispatchDocuments() => Directory.Exists(WorkerResults)
        ? [.. Directory.EnumerateFiles(WorkerResults, $"*-{Type.Token()}-{Seqs.WorkerResults}.json").Where(path => !Path.GetFileName(path).Contains("-errors-", StringComparison.Ordinal)).Order(StringComparer.Ordinal)]
        : [];

    /// <summary>Its rendering for people.</summary>
    public string DispatchMarkdown(string worker, int round, int batch) => Path.ChangeExtension(DispatchDocument(worker, round, batch), "md");

    /// <summary>A worker's own errors (R-LAY-44, R-OPN-28).</summary>
    public string ErrorsSidecar(string worker) => Path.Combine(WorkerResults, $"{Segment.Of(worker)}-errors-{Type.Token()}-{Seqs.WorkerResults}.json");

    /// <summary>Log of a settling command, 1-based.</summary>
    public string SettlementLog(int number) => StateFile(string.Create(System.Globalization.CultureInfo.InvariantCulture, $"settlement-{number:000}"), "log");

    /// <summary>Relative to the run directory, with <c>/</c>: how documents name files of their run.</summary>
    public string Relative(string path) => Path.GetRelativePath(Root, path).Replace('\\', '/');

    /// <summary>Round 0 and report writing: the worker alone; re-verification: with round and batch, both 1-based.</summary>
    private static string DispatchName(string worker, int round, int batch) =>
        round <= 0 ? Segment.Of(worker) : $"{Segment.Of(worker)}-reverify-r{round}-b{batch}";

    private string ManifestFile(string kind) => Path.Combine(Manifests, $"{kind}-{Type.Token()}-{Seqs.Manifests}.json");

    private string StateFile(string kind, string extension) => Path.Combine(State, $"{kind}-{Type.Token()}-{Seqs.State}.{extension}");

    private string ReportFile(string extension) => Path.Combine(Reports, $"final-report-{Type.Token()}-{Seqs.Reports}.{extension}");
}
