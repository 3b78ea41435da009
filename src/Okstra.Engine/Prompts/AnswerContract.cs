using Okstra.Assets;
using Okstra.Core.Profiles;
using Okstra.Core.Projects;
using Okstra.Core.Tasks;
using Okstra.Core.Text;

namespace Okstra.Engine.Prompts;

/// <summary>How an analysis worker answers (design: what a worker answers), with what the phase adds.</summary>
internal static class AnswerContract
{
    private const string Name = "prompts/worker/answer-findings.md";

    public static string Findings(TaskType type, ReportLanguage language, IReadOnlyList<QaCommand> commands) => TemplateText.Fill(Name, AssetCatalog.Text(Name), new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["REPORT_LANGUAGE_NAME"] = WorkerBlocks.LanguageName(language),
        ["COMMAND_RULE"] = CommandRule.Of(commands),
        ["VERDICT_RULE"] = type switch
        {
            TaskType.RequirementsDiscovery => $"`token` is the phase you recommend next, one of {string.Join(", ", Routing.AllowedAfter(type).Select(token => $"`{token}`"))}; `conditions` say what would change your mind.",
            TaskType.FinalVerification => "`token` is your verdict, one of `accepted`, `conditional-accept`, `blocked`; `conditions` lists everything that has to be done for a `conditional-accept`.",
            _ => "Leave it null in this phase.",
        },
        ["PLAN_RULE"] = type == TaskType.ImplementationPlanning ? WithPlanRules("answer-plan") : "null in this phase.",
    }).TrimEnd('\n');

    /// <summary>The fields a report writer fills; in a planning run also the plan.</summary>
    public static string Narrative(TaskType type) => Part("narrative-fields") + (type == TaskType.ImplementationPlanning ? $"\n{WithPlanRules("merge-plan")}" : "\n- `plan`: null in this phase.");

    private static string WithPlanRules(string part) => $"{Part(part)}\n{Part("plan-rules")}";

    private static string Part(string part) => AssetCatalog.Text($"prompts/worker/{part}.md").TrimEnd('\n');
}
