using Okstra.Core.Tasks;
using Okstra.State.Layout;
using Okstra.State.Writing;

namespace Okstra.State.Runs;

/// <summary>Finds the usage ledgers of a task.</summary>
public static class UsageLedgers
{
    /// <summary>Those of every run, or of the runs of one type, ordered by path.</summary>
    public static IReadOnlyList<UsageLedgerFile> Of(TaskLayout task, TaskType? type, StateWriter writer) =>
        [.. Paths(task, type).Select(path => new UsageLedgerFile(path, writer))];

    /// <summary>The most recently written ones of a project, newest first; of one type of run when it is said.</summary>
    public static IReadOnlyList<UsageLedgerFile> Newest(StateLayout state, TaskType? type, int most, StateWriter writer) =>
        [.. state.Tasks().SelectMany(task => Paths(task, type)).OrderByDescending(File.GetLastWriteTimeUtc).Take(most).Select(path => new UsageLedgerFile(path, writer))];

    private static IEnumerable<string> Paths(TaskLayout task, TaskType? type) => (type is { } one ? [one] : TaskTypes.All)
        .SelectMany(task.RunDirectories)
        .Select(directory => Path.Combine(directory.Folder, RunLayout.StateName))
        .Where(Directory.Exists)
        .SelectMany(folder => Directory.EnumerateFiles(folder, "usage-*.jsonl"))
        .Order(StringComparer.Ordinal);
}
