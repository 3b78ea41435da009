using Okstra.Core.Clarifications;
using Okstra.Core.Problems;
using Okstra.Core.Projects;
using Okstra.Core.Reports;
using Okstra.Core.Runs;
using Okstra.Core.Tasks;
using Okstra.State.Documents;
using Okstra.State.Layout;

namespace Okstra.Engine.Preparation;

/// <summary>A prepared run, as every later stage reads it.</summary>
public sealed record RunBundle
{
    public required TaskKey Key { get; init; }

    public required TaskType Type { get; init; }

    public required StateLayout State { get; init; }

    public required TaskLayout Task { get; init; }

    public required RunLayout Layout { get; init; }

    public required ProjectDocument Project { get; init; }

    public required RunInputs Inputs { get; init; }

    public required RunManifest Manifest { get; init; }

    public required Brief Brief { get; init; }

    /// <summary>Earlier clarification rows with the user's answers: those of the carry-in, and what was answered in other runs of the task.</summary>
    public required IReadOnlyList<CarryInRow> CarryIn { get; init; }

    /// <summary>Other stages runs of this task were busy with at preparation, ascending (R-WT-48).</summary>
    public IReadOnlyList<int> ConcurrentStages => Inputs.Phase?.ConcurrentStages ?? [];

    /// <summary>The lead's prompt in the instruction set.</summary>
    public string LeadPromptPath => Path.Combine(Layout.InstructionSet, InstructionSetNames.LeadPrompt);

    /// <summary>Initial prompt by analysis worker, absolute.</summary>
    public IReadOnlyDictionary<string, string> Prompts =>
        Manifest.Roster.Where(entry => entry.IsAnalyst).ToDictionary(entry => entry.Worker, entry => Layout.Prompt(entry.Worker, 0, 1), StringComparer.Ordinal);

    /// <summary>Reads a prepared run back from its documents.</summary>
    /// <exception cref="UserErrorException">A document is missing or unreadable, or it is not a run okstra prepared.</exception>
    public static RunBundle Load(RunLayout layout, DocumentStore documents)
    {
        var manifest = documents.Read(layout.RunManifest, RunDocumentsJson.Default.RunManifest);
        var inputs = documents.Read(layout.RunInputs, RunDocumentsJson.Default.RunInputs);
        return Of(layout, documents, inputs, manifest);
    }

    internal static RunBundle Of(RunLayout layout, DocumentStore documents, RunInputs inputs, RunManifest manifest)
    {
        var state = StateLayout.Resolve(inputs.ProjectRoot);
        if (!TaskKey.TryParse(inputs.TaskKey, null, out var key, out var problem))
        {
            throw new UserErrorException(problem);
        }

        return new RunBundle
        {
            Key = key,
            Type = layout.Type,
            State = state,
            Task = TaskLayout.FromRunDirectory(layout.Root) ?? state.Task(key),
            Layout = layout,
            Project = documents.Read(state.ProjectFile, ProjectsJson.Default.ProjectDocument),
            Inputs = inputs,
            Manifest = manifest,
            Brief = BriefParser.Parse(inputs.BriefText, Path.GetFileName(inputs.BriefPath)),
            CarryIn = inputs.CarryIn ?? ClarificationTable.CarriedIn(inputs.ClarificationText),
        };
    }
}
