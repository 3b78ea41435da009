using Okstra.Core.Tasks;
using Okstra.State.Layout;

namespace Okstra.State.Runs;

/// <summary>Runs whose inputs are on disk and whose manifest, the last document of a preparation, is not.</summary>
public static class UnfinishedPreparations
{
    private const string Inputs = "run-inputs-";
    private const string Manifest = "run-manifest-";

    /// <summary>Newest first; the path of the run-inputs document, the task folder and when it was written (UTC).</summary>
    public static IReadOnlyList<(string Path, TaskLayout Task, DateTime WrittenAt)> Of(StateLayout state) => !Directory.Exists(state.TasksDirectory)
        ? []
        : [.. Directory.EnumerateDirectories(state.TasksDirectory).SelectMany(Directory.EnumerateDirectories).Select(folder => new TaskLayout(folder)).SelectMany(Of).OrderByDescending(found => found.WrittenAt)];

    private static IEnumerable<(string Path, TaskLayout Task, DateTime WrittenAt)> Of(TaskLayout task)
    {
        foreach (var type in TaskTypes.All)
        {
            foreach (var manifests in task.RunDirectories(type).Select(directory => Path.Combine(directory.Folder, RunLayout.ManifestsName)).Where(Directory.Exists))
            {
                foreach (var path in Directory.EnumerateFiles(manifests, $"{Inputs}*.json").Where(path => !File.Exists(Path.Combine(manifests, Manifest + Path.GetFileName(path)[Inputs.Length..]))))
                {
                    yield return (path, task, File.GetLastWriteTimeUtc(path));
                }
            }
        }
    }
}
