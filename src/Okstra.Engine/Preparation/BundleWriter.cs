using Okstra.Core.Runs;
using Okstra.Core.Tasks;
using Okstra.Engine.Prompts;
using Okstra.State.Runs;

namespace Okstra.Engine.Preparation;

/// <summary>Writes everything of a bundle but its inputs; doing it again after a kill writes the same. The run manifest comes last: with it the bundle is complete.</summary>
internal sealed class BundleWriter(RunServices services)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    public async Task WriteAsync(RunBundle bundle, CancellationToken cancellationToken)
    {
        var (documents, layout) = (services.Documents, bundle.Layout);
        var profile = RunTexts.Profile(bundle.Type, bundle.Inputs.Quick);
        var task = TaskManifests.Prepared(documents.TryRead(bundle.Task.ManifestFile, TasksJson.Default.TaskManifest), bundle);
        var related = RelatedTasks.Inline(bundle.Inputs.RelatedTasks, bundle.State, documents);
        var context = RunContext.Of(bundle, task, related);
        foreach (var folder in layout.Directories)
        {
            services.Writer.CreateFolder(folder);
        }

        documents.Write(layout.RunContext, context, RunDocumentsJson.Default.RunContext);
        var instructions = InstructionSet.Render(bundle, task, context, profile, related);
        foreach (var (name, text) in instructions)
        {
            services.Writer.Write(Path.Combine(layout.InstructionSet, name), text);
        }

        foreach (var entry in bundle.Manifest.Roster.Where(entry => entry.IsAnalyst))
        {
            services.Writer.Write(layout.Prompt(entry.Worker, 0, 1), PromptRenderer.Initial(bundle, entry, instructions[InstructionSetNames.AnalysisProfile], instructions[InstructionSetNames.AnalysisPacket]));
        }

        services.Writer.Write(layout.ResumeCommand, ResumeScript.Render(bundle.Manifest.ProjectRoot, sessionId: "", ResumeScript.Explanation(bundle)));
        documents.Write(layout.TeamState, TeamStates.Prepared(bundle), RunDocumentsJson.Default.TeamState);
        documents.Write(bundle.Task.ManifestFile, task, TasksJson.Default.TaskManifest);
        services.Writer.Write(bundle.Task.IndexFile, TaskIndex.Render(bundle, task, documents));
        await DiscoverAsync(bundle, cancellationToken);
        await new RecentRuns(services.Home, services.Writer, services.Locks).AppendAsync(RunLines.Recent(bundle, RunStatus.Prepared, bundle.Manifest.Inputs.PreparedAt), cancellationToken);
        documents.Write(layout.RunManifest, bundle.Manifest, RunDocumentsJson.Default.RunManifest);
    }

    private async Task DiscoverAsync(RunBundle bundle, CancellationToken cancellationToken)
    {
        using var held = await services.Locks.AcquireAsync(services.Home.CentralLock, "register a task", Patience, cancellationToken);
        var known = services.Documents.TryRead(bundle.State.TaskListFile, RunDocumentsJson.Default.DiscoveredTasksDocument)?.Tasks ?? [];
        var own = new DiscoveredTask(bundle.Key.ToString(), bundle.Task.ManifestFile);
        if (!known.Contains(own))
        {
            var tasks = known.Where(task => task.TaskManifestPath != own.TaskManifestPath).Append(own).OrderBy(task => task.TaskKey, StringComparer.Ordinal);
            services.Documents.Write(bundle.State.TaskListFile, new DiscoveredTasksDocument { Tasks = [.. tasks] }, RunDocumentsJson.Default.DiscoveredTasksDocument);
        }

        services.Documents.Write(
            bundle.State.LatestTaskFile,
            new LatestTaskDocument
            {
                TaskKey = bundle.Key.ToString(),
                TaskType = bundle.Type.Token(),
                Seq = bundle.Manifest.Seq,
                TaskManifestPath = bundle.Task.ManifestFile,
                RunDir = bundle.Layout.Root,
                At = bundle.Manifest.Inputs.PreparedAt,
            },
            RunDocumentsJson.Default.LatestTaskDocument);
    }
}
