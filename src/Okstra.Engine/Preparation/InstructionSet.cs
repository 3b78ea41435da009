using System.Text;
using Okstra.Assets;
using Okstra.Core.Convergence;
using Okstra.Core.Profiles;
using Okstra.Core.Runs;
using Okstra.Core.Tasks;
using Okstra.Core.Text;
using Okstra.Engine.Prompts;
using Okstra.State.Files;

namespace Okstra.Engine.Preparation;

/// <summary>Texts of an instruction set by file name (R-LAY-47, R-OPN-32).</summary>
internal static class InstructionSet
{
    public static IReadOnlyDictionary<string, string> Render(RunBundle bundle, TaskManifest task, IReadOnlyDictionary<string, string> context, string profile, string relatedTasks)
    {
        var files = new SortedDictionary<string, string>(StringComparer.Ordinal)
        {
            [InstructionSetNames.Brief] = bundle.Inputs.BriefText,
            [InstructionSetNames.AnalysisProfile] = TemplateText.Fill(RunTexts.ProfileName(bundle.Type), profile, context),
            [InstructionSetNames.AnalysisPacket] = TaskPacket.Render(bundle.Inputs, relatedTasks, bundle.CarryIn) + "\n",
            [InstructionSetNames.AnalysisMaterial] = Material(bundle.Inputs),
            [InstructionSetNames.ReferenceExpectations] = TextFiles.TryRead(bundle.Task.ReferenceExpectationsFile) ?? "# Reference expectations\n\nNone recorded for this task.\n",
            [InstructionSetNames.FinalReportTemplate] = RunTexts.Fill(RunTexts.FinalReportTemplate, context),
            [InstructionSetNames.ActiveRunContext] = ActiveRunContext(bundle, task),
            [InstructionSetNames.LeadPrompt] = RunTexts.Fill(RunTexts.LaunchTemplate, context),
        };
        if (bundle.Type == TaskType.ReleaseHandoff)
        {
            files[InstructionSetNames.PrTemplate] = bundle.Inputs.Phase?.PrTemplatePath is { } template ? TextFiles.Read(template) : AssetCatalog.Text(RunTexts.PrTemplate);
        }

        if (bundle.Inputs.ClarificationText is { } answers)
        {
            files[InstructionSetNames.ClarificationResponse] = answers;
        }

        return files;
    }

    private static string Material(RunInputs inputs)
    {
        var material = $"# Analysis material\n\nBrief: `{inputs.BriefPath}` (SHA-256 {inputs.Frozen.BriefSha256})\n\n{DataFence.Around("brief", inputs.BriefText)}\n";
        return string.IsNullOrWhiteSpace(inputs.Directive) ? material : $"{material}\n## Directive of the user\n\n{DataFence.Around("directive", inputs.Directive)}\n";
    }

    private static string ActiveRunContext(RunBundle bundle, TaskManifest task)
    {
        var (manifest, frozen, inputs) = (bundle.Manifest, bundle.Manifest.Inputs, bundle.Inputs.Phase);
        var text = new StringBuilder("# Active run context\n\n");
        foreach (var (name, value) in (ReadOnlySpan<(string, string)>)[
            ("Task key", $"`{manifest.TaskKey}`"),
            ("Task type", $"`{manifest.TaskType}`"),
            ("Run", manifest.Seq),
            ("Run directory", $"`{bundle.Layout.Root}`"),
            ("Prepared", frozen.PreparedAt),
            ("Base commit", frozen.BaseCommit ?? "none: not a git repository"),
            ("Inspected commit", frozen.InspectedCommit ?? "none: not a git repository"),
            ("Uncommitted files, not seen", $"{frozen.UncommittedFiles}"),
            ("Brief SHA-256", frozen.BriefSha256),
            ("Profile SHA-256", frozen.ProfileSha256),
            ("Asset version", frozen.AssetVersion),
            ("Report language", manifest.Language.Token()),
            ("Convergence", manifest.Convergence.Enabled ? $"policy {manifest.Convergence.Policy.Token()}, at most {manifest.Convergence.EffectiveMaxRounds} rounds, {manifest.Convergence.VerificationMode}, grouping {manifest.Convergence.Grouping.Token()}" : "off"),
            ("Next recommended phase", $"`{task.Workflow?.NextRecommendedPhase}`")])
        {
            text.Append($"- {name}: {value}\n");
        }

        text.Append($"\n## Inputs of this phase\n\n{PhaseInputLines.Render(inputs)}\n");
        text.Append("\n| Worker | Role | Model | Available |\n|---|---|---|---|\n");
        foreach (var entry in manifest.Roster)
        {
            text.Append($"| {entry.Worker} | {entry.Role} | {entry.Model.Display} | {(manifest.Unavailable.TryGetValue(entry.Worker, out var reason) ? DataFence.Line(reason).Replace("|", "\\|", StringComparison.Ordinal) : "yes")} |\n");
        }

        return text.ToString();
    }
}
