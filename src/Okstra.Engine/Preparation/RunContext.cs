using Okstra.Assets;
using Okstra.Core.Profiles;
using Okstra.Core.Runs;
using Okstra.Core.Tasks;
using Okstra.Core.Text;
using Okstra.Engine.Prompts;

namespace Okstra.Engine.Preparation;

/// <summary>Computes the rendering variables of a run (R-LAY-56…66).</summary>
internal static class RunContext
{
    private static readonly string[] TokenUsage = ["TOKEN_USAGE_ROWS", "TOKEN_USAGE_TOTAL", "TOKEN_USAGE_COLLECTED_AT"];

    public static SortedDictionary<string, string> Of(RunBundle bundle, TaskManifest task, string relatedTasks)
    {
        var (layout, manifest, key) = (bundle.Layout, bundle.Manifest, bundle.Key);
        var rules = PhaseRules.For(bundle.Type);
        var planning = bundle.Type == TaskType.ImplementationPlanning;
        var executor = manifest.Roster.FirstOrDefault(entry => entry.IsExecutor);
        var workflow = task.Workflow ?? Workflow.Begin(null, bundle.Type);
        var at = DateTimeOffset.Parse(manifest.Inputs.PreparedAt);
        var context = new SortedDictionary<string, string>(StringComparer.Ordinal)
        {
            ["PROJECT_ID"] = key.Project,
            ["TASK_GROUP"] = key.Group,
            ["TASK_ID"] = key.Task,
            ["TASK_KEY"] = key.ToString(),
            ["TASK_GROUP_SEGMENT"] = key.GroupSegment,
            ["TASK_ID_SEGMENT"] = key.TaskSegment,
            ["TASK_TYPE_SEGMENT"] = Segment.Of(bundle.Type.Token()),
            ["TASK_TITLE"] = Cell(bundle.Brief.Title),
            ["TASK_DATE"] = at.ToString("yyyy-MM-dd HH:mm:ss"),
            ["RUN_TIMESTAMP_ISO"] = at.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'"),
            ["ANALYSIS_TYPE"] = bundle.Type.Token(),
            ["TASK_TYPE"] = bundle.Type.Token(),
            ["REVIEW_PROFILE"] = bundle.Type.Token(),
            ["ANALYSIS_PROFILE"] = bundle.Type.Token(),
            ["SELECTED_REVIEWERS"] = string.Join(",", manifest.Roster.Select(entry => entry.Worker)),
            ["CURRENT_TASK_STATUS"] = task.CurrentStatus,
            ["CURRENT_RUN_STATUS"] = task.LatestRunStatus,
            ["LATEST_REPORT"] = task.LatestReportPath is null ? "none yet" : $"`{task.LatestReportPath}`",
            ["RELATED_TASKS_INLINE"] = relatedTasks.Contains('\n', StringComparison.Ordinal) ? Cell(relatedTasks) : relatedTasks,
            ["EXECUTOR_WORKTREE_PATH"] = manifest.Worktree.Path,
            ["EXECUTOR_WORKTREE_BRANCH"] = manifest.Worktree.Branch ?? "",
            ["EXECUTOR_WORKTREE_BASE_REF"] = manifest.Worktree.BaseRef ?? "",
            ["EXECUTOR_WORKTREE_STATUS"] = manifest.Worktree.Status,
            ["EXECUTOR_WORKTREE_NOTE"] = manifest.Worktree.Note,
            ["EXECUTOR_WORKTREE_RULES"] = WorktreeRules.Render(manifest.Worktree),
            ["EXECUTOR_PROVIDER"] = bundle.Inputs.Phase?.Executor ?? "",
            ["EXECUTOR_WORKER_AGENT"] = executor is null ? "" : $"{executor.Driver}-worker",
            ["EXECUTOR_MODEL_DISPLAY"] = executor?.Model.Display ?? "",
            ["EXECUTOR_MODEL_EXECUTION_VALUE"] = executor?.Model.Execution ?? "",
            ["PHASE_INPUT_LINES"] = PhaseInputLines.Render(bundle.Inputs.Phase),
            ["PERSISTENCE_LINES"] = PersistenceLines.Render(bundle),
            ["LEAD_BOUNDARY"] = PhaseInputLines.Boundary(bundle.Type),
            ["WORKFLOW_NEXT_RECOMMENDED_PHASE"] = workflow.NextRecommendedPhase,
            ["WORKFLOW_PHASE_STATE_LINES"] = Workflow.PhaseStateLines(workflow),
            ["WORKFLOW_LAST_SAFE_CHECKPOINT_LINES"] = Workflow.CheckpointLines(workflow),
            ["PHASE_ALLOWED_LINES"] = rules.AllowedLines(),
            ["PHASE_FORBIDDEN_LINES"] = rules.ForbiddenLines(),
            ["PROJECT_ROOT"] = manifest.ProjectRoot,
            ["TASK_MANIFEST_FILE"] = bundle.Task.ManifestFile,
            ["RUN_MANIFESTS_DIR"] = layout.Manifests,
            ["RUN_MANIFEST_FILE"] = layout.RunManifest,
            ["TEAM_STATE_FILE"] = layout.TeamState,
            ["INSTRUCTION_SET_PATH"] = layout.InstructionSet,
            ["RUN_SEQ"] = manifest.Seq,
            ["BASE_COMMIT"] = manifest.Inputs.BaseCommit ?? "none",
            ["INSPECTED_COMMIT"] = manifest.Inputs.InspectedCommit ?? "none",
            ["REPORT_LANGUAGE"] = manifest.Language.Token(),
            ["MCP_SERVERS"] = McpSection.Render(bundle.Project.McpServers),
            ["TEAM_CREATION_GATE"] = TeamCreationGate.Render(key, layout.Stage, bundle.ConcurrentStages, manifest.Roster, layout.TeamState),
            ["EXECUTION_STATUS_TABLE_ROWS"] = string.Join('\n', manifest.Roster.Select(entry => $"| {entry.AgentName} | {entry.Role} | {entry.Model.Display} | | |")),
            ["APPROVAL_BLOCK"] = planning ? AssetCatalog.Text("templates/fragments/approval-block.md") : "",
            ["PLANNING_SECTION"] = planning ? AssetCatalog.Text("templates/fragments/planning-section.md") : "",
            ["PHASE_SECTION"] = AssetCatalog.TryText($"templates/fragments/{bundle.Type.Token()}-section.md") ?? "",
            ["VERDICT_TOKEN_ROW"] = bundle.Type == TaskType.FinalVerification ? "| Verdict Token | |\n" : "",
            ["FM_APPROVED"] = planning ? "approved: false\n" : "",
        };
        foreach (var (category, seq) in manifest.Sequences)
        {
            context[$"RUN_{category.ToUpperInvariant().Replace('-', '_')}_SEQ"] = seq;
        }

        foreach (var token in TokenUsage)
        {
            // Filled by `okstra token-usage` at the end of a session-led run (R-OPN-45).
            context[token] = $"{{{{{token}}}}}";
        }

        return context;
    }

    /// <summary>Text of a table cell on one line.</summary>
    private static string Cell(string text) => DataFence.Line(text, 2000).Replace("|", "\\|", StringComparison.Ordinal);
}
