using Okstra.Core.Phases;
using Okstra.Core.Problems;
using Okstra.Core.Tasks;
using Okstra.Engine.Preparation;
using Okstra.State.Documents;
using Okstra.State.Layout;

namespace Okstra.Engine.Phases;

/// <summary>Finds the reports a run builds on: named by an option or cited in the brief.</summary>
internal sealed class CitedReports(RunServices services, StateLayout state, TaskKey key)
{
    /// <summary>In the order they are named.</summary>
    /// <param name="wanted">The request.</param>
    /// <param name="heading">Heading of the brief's section.</param>
    /// <param name="phase">Phase the reports have to be of.</param>
    /// <exception cref="UserErrorException">Option and brief name different reports.</exception>
    public IReadOnlyList<CitedReport> Find(CheckedRequest wanted, string heading, TaskType phase)
    {
        var named = wanted.Request.SourceReports.Select(path => Path.GetFullPath(path, services.Host.CurrentDirectory)).Distinct(StringComparer.Ordinal).ToList();
        var cited = SourceCitation.Paths(wanted.BriefFile.Text, heading).Select(path => Resolve(path, wanted.BriefFile.Path)).Distinct(StringComparer.Ordinal).ToList();
        if (named.Count > 0 && cited.Count > 0 && !named.ToHashSet(StringComparer.Ordinal).SetEquals(cited))
        {
            throw new UserErrorException("OKS0759", $"--source-report names {string.Join(", ", named)}, but the brief cites {string.Join(", ", cited)} under '## {heading}'", "name the same reports in both, or in one of them");
        }

        return [.. (named.Count > 0 ? named : cited).Select(path => Look(path, phase))];
    }

    public CitedReport Look(string path, TaskType phase)
    {
        var task = TaskLayout.FromRunDirectory(path);
        var run = Path.GetDirectoryName(Path.GetDirectoryName(path));
        var stage = run is null ? null : StageRunDirectory.StageOf(run);
        var type = run is null ? "" : Path.GetFileName(stage is null ? run : Path.GetDirectoryName(run)!);
        // What implementation delivers, it delivers stage by stage.
        var ofPhase = task is not null && type == phase.Token() && (phase != TaskType.Implementation || stage is not null);
        return new CitedReport(path, DocumentStore.Exists(path), ofPhase, task is null ? null : Foreign(task), stage);
    }

    // Paths of a report are relative to the task, the project or the brief, whichever has the file.
    private string Resolve(string cited, string briefPath)
    {
        string[] roots = [state.ProjectRoot, state.Task(key).Root, Path.GetDirectoryName(briefPath)!];
        return roots.Select(root => Path.GetFullPath(cited, root)).FirstOrDefault(DocumentStore.Exists) ?? Path.GetFullPath(cited, state.ProjectRoot);
    }

    // A task's folder is also reached through the links in its worktrees: what counts is whose manifest lies there.
    private string? Foreign(TaskLayout task)
    {
        if (task.Root == state.Task(key).Root)
        {
            return null;
        }

        var manifest = services.Documents.TryRead(task.ManifestFile, TasksJson.Default.TaskManifest);
        return manifest is not null && TaskKey.TryParse(manifest.TaskKey, key.Project, out var owner, out _) && owner.Slug == key.Slug ? null : manifest?.TaskKey ?? task.Root;
    }
}
