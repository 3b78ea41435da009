using Okstra.Core.Tasks;
using Okstra.Core.Workers;
using Okstra.State.Layout;

namespace Okstra.Engine.Preparation;

/// <summary>Names of a run's artifacts for its manifest (R-OPN-20).</summary>
internal static class RunArtifacts
{
    /// <summary>Artifact name to path relative to the run directory; every one exists when the run is over.</summary>
    public static SortedDictionary<string, string> Of(RunLayout layout, IReadOnlyList<RosterEntry> roster)
    {
        var artifacts = new SortedDictionary<string, string>(StringComparer.Ordinal)
        {
            ["runInputs"] = layout.RunInputs,
            ["runContext"] = layout.RunContext,
            ["runManifest"] = layout.RunManifest,
            ["teamState"] = layout.TeamState,
            ["reportData"] = layout.ReportDocument,
            ["reportMarkdown"] = layout.ReportMarkdown,
            ["reportHtml"] = layout.ReportHtml,
            ["resumeCommand"] = layout.ResumeCommand,
        };
        if (layout.Type.IsAnalysis())
        {
            artifacts["findings"] = layout.Findings;
            artifacts["convergence"] = layout.Convergence;
        }

        foreach (var file in (string[])[
            InstructionSetNames.LeadPrompt, InstructionSetNames.ActiveRunContext, InstructionSetNames.AnalysisProfile, InstructionSetNames.AnalysisPacket,
            InstructionSetNames.AnalysisMaterial, InstructionSetNames.ReferenceExpectations, InstructionSetNames.FinalReportTemplate, InstructionSetNames.Brief])
        {
            artifacts[$"instructionSet/{file}"] = Path.Combine(layout.InstructionSet, file);
        }

        foreach (var entry in roster.Where(entry => entry.IsAnalyst))
        {
            artifacts[$"prompt/{entry.Worker}"] = layout.Prompt(entry.Worker, 0, 1);
        }

        return new SortedDictionary<string, string>(artifacts.ToDictionary(pair => pair.Key, pair => layout.Relative(pair.Value)), StringComparer.Ordinal);
    }
}
