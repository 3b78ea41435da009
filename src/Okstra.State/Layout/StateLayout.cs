using Okstra.Core.Tasks;

namespace Okstra.State.Layout;

/// <summary>Paths of one project's state; the only place that joins them (spec 2.3, R-OPN-16).</summary>
public sealed class StateLayout
{
    /// <summary>The root of today (R-LAY-18).</summary>
    public const string RootName = ".okstra";

    private const string ProjectFileName = "project.json";
    private static readonly string LegacyRootName = Path.Combine(".project-docs", "okstra");

    private StateLayout(string projectRoot, string rootName)
    {
        ProjectRoot = projectRoot;
        Root = Path.Combine(projectRoot, rootName);
        IsLegacy = string.Equals(rootName, LegacyRootName, StringComparison.Ordinal);
    }

    public string ProjectRoot { get; }

    /// <summary>Absolute.</summary>
    public string Root { get; }

    /// <summary>State of an older okstra, used where it lies (R-LAY-17, R-LAY-19).</summary>
    public bool IsLegacy { get; }

    /// <summary>Said once by a command that uses a legacy root; null otherwise.</summary>
    public string? Warning => IsLegacy
        ? $"using the older state folder {Root}; 'okstra setup' with --migrate moves it to {RootName}/"
        : null;

    public string ProjectFile => Path.Combine(Root, ProjectFileName);

    public bool IsRegistered => File.Exists(ProjectFile);

    public string TasksDirectory => Path.Combine(Root, "tasks");

    /// <summary>Brief candidates, one folder per task group (R-LAY-18).</summary>
    public string BriefsDirectory => Path.Combine(Root, "briefs");

    /// <summary>R-OPN-23.</summary>
    public string LatestTaskFile => Path.Combine(Root, "discovery", "latest-task.json");

    /// <summary>R-OPN-23.</summary>
    public string TaskListFile => Path.Combine(Root, "discovery", "tasks.json");

    /// <summary><c>.okstra</c> if it has a project document, else the legacy root if that has one, else <c>.okstra</c> (R-OPN-16).</summary>
    public static StateLayout Resolve(string projectRoot)
    {
        var root = Path.TrimEndingDirectorySeparator(Path.GetFullPath(projectRoot));
        var today = new StateLayout(root, RootName);
        var legacy = new StateLayout(root, LegacyRootName);
        return !today.IsRegistered && legacy.IsRegistered ? legacy : today;
    }

    /// <summary>The nearest folder, from <paramref name="folder"/> upwards, that is a registered project; null when there is none.</summary>
    public static StateLayout? FindRegistered(string folder)
    {
        for (var candidate = Path.GetFullPath(folder); candidate is not null; candidate = Path.GetDirectoryName(candidate))
        {
            if (Resolve(candidate) is { IsRegistered: true } layout)
            {
                return layout;
            }
        }

        return null;
    }

    public TaskLayout Task(TaskKey key) => new(Path.Combine(TasksDirectory, key.GroupSegment, key.TaskSegment));

    /// <summary>Every task that has a manifest, ordered by group and id.</summary>
    public IReadOnlyList<TaskLayout> Tasks() => Directory.Exists(TasksDirectory)
        ? [.. Directory.EnumerateDirectories(TasksDirectory).SelectMany(Directory.EnumerateDirectories).Order(StringComparer.Ordinal).Select(folder => new TaskLayout(folder)).Where(task => File.Exists(task.ManifestFile))]
        : [];
}
