using Okstra.Core.Tasks;

namespace Okstra.Core.Reports.Importing;

/// <summary>Which run a report is of.</summary>
/// <param name="TaskKey">Of the task.</param>
/// <param name="TaskType">Of the run.</param>
/// <param name="Seq">Of the run.</param>
public sealed record ReportIdentity(TaskKey TaskKey, TaskType TaskType, string Seq);
