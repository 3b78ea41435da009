using System.Text.Json;
using System.Text.Json.Serialization;

namespace Okstra.Cli.Output;

/// <summary>JSON of every <c>--json</c> answer.</summary>
[JsonSourceGenerationOptions(JsonSerializerDefaults.Web, WriteIndented = true)]
[JsonSerializable(typeof(RunAnswer))]
[JsonSerializable(typeof(BundleAnswer))]
[JsonSerializable(typeof(ValidationLine))]
[JsonSerializable(typeof(StatusAnswer))]
[JsonSerializable(typeof(TaskAnswer))]
[JsonSerializable(typeof(HistoryAnswer))]
[JsonSerializable(typeof(SetupAnswer))]
[JsonSerializable(typeof(ReportPaths))]
[JsonSerializable(typeof(PlanAnswer))]
[JsonSerializable(typeof(RecordAnswer))]
[JsonSerializable(typeof(FinishAnswer))]
[JsonSerializable(typeof(SimulationAnswer))]
[JsonSerializable(typeof(ReplayAnswer))]
[JsonSerializable(typeof(Engine.Worktrees.ProvisionedWorktree))]
[JsonSerializable(typeof(Core.Reconciling.ReconcileReport))]
[JsonSerializable(typeof(WorktreeListAnswer))]
[JsonSerializable(typeof(Okstra.Engine.Custody.WorktreeDetail))]
[JsonSerializable(typeof(WorktreeReleaseAnswer))]
[JsonSerializable(typeof(WorktreeRestoreAnswer))]
[JsonSerializable(typeof(WorktreePruneAnswer))]
[JsonSerializable(typeof(WorktreeRepairAnswer))]
[JsonSerializable(typeof(Engine.Conflicts.ConflictForecast))]
[JsonSerializable(typeof(EligibleAnswer))]
[JsonSerializable(typeof(AssembleAnswer))]
[JsonSerializable(typeof(HandOffConflicts))]
[JsonSerializable(typeof(HandOffRefusal))]
[JsonSerializable(typeof(VerifiedAnswer))]
[JsonSerializable(typeof(PullRequestAnswer))]
[JsonSerializable(typeof(Engine.Approvals.PlanAcknowledgement))]
[JsonSerializable(typeof(Engine.Clarifications.ClarificationState))]
[JsonSerializable(typeof(System.Text.Json.JsonElement))]
internal sealed partial class CliJson : JsonSerializerContext;
