using Okstra.Core.Runs;
using Okstra.Core.Tasks;

namespace Okstra.Engine.Prompts;

/// <summary>What a run was given beyond its brief, as bullets for the lead.</summary>
internal static class PhaseInputLines
{
    public static string Render(PhaseInputs? inputs)
    {
        if (inputs is null)
        {
            return "- None beyond the brief.";
        }

        string?[] lines =
        [
            inputs.ApprovedPlan is { } plan ? $"Approved plan: `{plan}`" : null,
            inputs.Executor is { } executor ? $"Executor: `{executor}`" : null,
            inputs.Stage is { } stage ? $"Stage: {stage}" : null,
            inputs.ConcurrentStages.Count > 0 ? $"Stages other runs of this task are busy with: {string.Join(", ", inputs.ConcurrentStages)}" : null,
            .. inputs.SourceReports.Select(report => $"Source report: `{report}`"),
            inputs.VerificationScope is { } scope ? $"Verification scope: `{scope}`" : null,
            inputs.HandOffStages.Count > 0 ? $"Stages to hand off: {string.Join(", ", inputs.HandOffStages)} (stage group: gather them with `okstra handoff assemble` after the user has chosen the base)" : null,
            inputs.PrTemplatePath is { } template ? $"Pull request template: `{template}`" : null,
            .. inputs.QaWaivers.Select(waiver => $"Waiver by the user: `{DataFence.Line(waiver.StageKey)}`, {DataFence.Line(waiver.Reason)}"),
        ];
        return string.Join('\n', lines.OfType<string>().DefaultIfEmpty("None beyond the brief.").Select(line => $"- {line}"));
    }

    /// <summary>What the lead itself leaves alone (R-CON-33, R-CON-48).</summary>
    public static string Boundary(TaskType type) => type switch
    {
        TaskType.Implementation => "Write no source and commit nothing yourself: the `Executor` alone edits and commits, in the worktree below. Nobody pushes, migrates or deploys.",
        TaskType.FinalVerification => "Write no source, run no builds, migrations or deployments. Tests and validation commands that exist already and change nothing may run.",
        TaskType.ReleaseHandoff => "Edit no source and commit nothing. Of the commands that change something, run only those the user has chosen.",
        _ => "Write no source, run no builds, migrations or deployments.",
    };
}
