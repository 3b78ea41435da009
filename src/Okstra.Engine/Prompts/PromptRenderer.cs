using Okstra.Assets;
using Okstra.Core.Convergence;
using Okstra.Core.Grouping;
using Okstra.Core.Problems;
using Okstra.Core.Profiles;
using Okstra.Core.Tasks;
using Okstra.Core.Workers;
using Okstra.Engine.Preparation;
using Okstra.State.Files;

namespace Okstra.Engine.Prompts;

/// <summary>Prompts for native workers. What agents or the brief wrote is always quoted as data (design: agents' text is hostile input).</summary>
public static class PromptRenderer
{
    private const int LongestPreviousAnswer = 8000;

    /// <summary>Round 0: the task, the phase and the wire contract.</summary>
    public static string Initial(RunBundle bundle, RosterEntry entry) => Initial(bundle, entry, TextFiles.TryRead(Path.Combine(bundle.Layout.InstructionSet, InstructionSetNames.AnalysisProfile)) ?? RunTexts.Profile(bundle.Type, bundle.Inputs.Quick), TextFiles.TryRead(Path.Combine(bundle.Layout.InstructionSet, InstructionSetNames.AnalysisPacket)) ?? "");

    /// <summary>A re-verification batch: claims and evidence, never who made them or how others voted (R-CVG-16, R-CVG-18).</summary>
    public static string Reverify(RunBundle bundle, RosterEntry entry, Batch batch, IReadOnlyList<VerificationItem> items)
    {
        var values = Shared(bundle, entry, batch.Round, batch.Number);
        values["ROUND"] = $"{batch.Round}";
        values["FULL_REANALYSIS"] = WorkerBlocks.FullReanalysis(bundle.Manifest.Convergence) ? FullReanalysis(bundle) : "";
        values["CLAIMS"] = string.Join("\n\n", items.Select(ClaimBlock.Render));
        values["FINDING_IDS"] = string.Join(", ", items.Select(item => $"`{item.Id}`"));
        return Fill("prompts/worker/reverify.md", values);
    }

    /// <summary>Which findings make the same claim: titles, claims and places under neutral ids, never whose they are.</summary>
    public static string Group(RunBundle bundle, RosterEntry lead, GroupingQuestion question)
    {
        var values = Shared(bundle, lead, round: -2, batch: 1);
        values["COUNT"] = $"{question.Items.Count}";
        values["FINDINGS"] = string.Join("\n\n", question.Items.Select(GroupingBlock.Render));
        return Fill("prompts/worker/group.md", values);
    }

    /// <summary>Narrative fields of the report; tables and numbers never come from the writer.</summary>
    /// <param name="bundle">The run.</param>
    /// <param name="entry">The report writer.</param>
    /// <param name="convergence">The only source of classes and counts (R-CVG-25).</param>
    /// <param name="analyses">Every initial dispatch, the failed ones too.</param>
    public static string ReportWriter(RunBundle bundle, RosterEntry entry, ConvergenceDocument convergence, IReadOnlyList<DispatchDocument> analyses)
    {
        var values = Shared(bundle, entry, round: -1, batch: 1);
        values["CONFIDENCE_RULE"] = convergence.ReducedConfidence
            ? "Fewer than two analysis workers delivered. Say plainly, in the conclusion, that this report has reduced confidence for that reason."
            : "Say how sure the findings make you, no surer.";
        values["INPUTS"] = ReportWriterInputs.Render(bundle, convergence, analyses);
        values["NARRATIVE_FIELDS"] = AnswerContract.Narrative(bundle.Type);
        return Fill("prompts/worker/report-writer.md", values);
    }

    /// <summary>The one repair round-trip after a malformed answer.</summary>
    public static string Repair(string originalPrompt, Problem problem) => Repair(originalPrompt, problem, previousAnswer: null);

    /// <summary>The same, showing what was answered to a worker that has no memory of it.</summary>
    public static string Repair(string originalPrompt, Problem problem, string? previousAnswer) => Fill("prompts/worker/repair.md", new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["PROBLEM"] = DataFence.Around("problem", problem.Hint is null ? problem.Message : $"{problem.Message}\n{problem.Hint}"),
        ["PREVIOUS_ANSWER"] = previousAnswer is null ? "(not kept)" : DataFence.Around("answer", previousAnswer.Length <= LongestPreviousAnswer ? previousAnswer : $"{previousAnswer[..LongestPreviousAnswer]}\n…"),
        ["ORIGINAL_PROMPT"] = originalPrompt,
    });

    internal static string Initial(RunBundle bundle, RosterEntry entry, string profile, string packet)
    {
        var values = Shared(bundle, entry, round: 0, batch: 1);
        values["ANALYSIS_PROFILE_TEXT"] = profile.TrimEnd('\n');
        values["TASK_PACKET"] = packet.TrimEnd('\n');
        values["ANSWER_CONTRACT"] = AnswerContract.Findings(bundle.Type, bundle.Manifest.Language, bundle.Project.QaCommands);
        return Fill("prompts/worker/initial.md", values);
    }

    private static Dictionary<string, string> Shared(RunBundle bundle, RosterEntry entry, int round, int batch)
    {
        var rules = PhaseRules.For(bundle.Type);
        return new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["PROMPT_HEADER"] = PromptHeader.Render(bundle, entry, round, batch),
            ["ROLE"] = entry.Role,
            ["TASK_TYPE"] = bundle.Type.Token(),
            ["REQUIRED_READING"] = WorkerBlocks.RequiredReading(bundle, entry),
            ["MCP_SERVERS"] = McpSection.Render(bundle.Project.McpServers),
            ["TREE_RULES"] = WorkerBlocks.TreeRules(bundle),
            ["PHASE_ALLOWED_LINES"] = rules.AllowedLines(),
            ["PHASE_FORBIDDEN_LINES"] = rules.ForbiddenLines(),
            ["REPORT_LANGUAGE_NAME"] = WorkerBlocks.LanguageName(bundle.Manifest.Language),
        };
    }

    private static string FullReanalysis(RunBundle bundle) =>
        $"\n## Full re-analysis\n\nRead everything again before you vote: the brief below, the files it names, the cited places with their callers and tests.\n\n{DataFence.Around("brief", bundle.Brief.Text)}\n\n";

    private static string Fill(string name, Dictionary<string, string> values) => TemplateText.Fill(name, AssetCatalog.Text(name), values);
}
