namespace Okstra.Core.Tasks;

/// <summary>Last point from which a task can safely go on (R-OPN-19).</summary>
/// <param name="Phase">Task-type token of the finished run.</param>
/// <param name="Seq">Its seq.</param>
/// <param name="ReportPath">Its report, absolute.</param>
/// <param name="At">UTC, ISO-8601 with seconds.</param>
public sealed record Checkpoint(string Phase, string Seq, string ReportPath, string At);
