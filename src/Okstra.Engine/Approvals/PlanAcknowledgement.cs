namespace Okstra.Engine.Approvals;

/// <summary>A plan the user approved on the command line.</summary>
/// <param name="Report">The Markdown, absolute.</param>
/// <param name="TaskKey">Task of the plan.</param>
/// <param name="At">UTC, ISO-8601 with seconds.</param>
/// <param name="AlreadyApproved">A valid mark stood there before and was left alone.</param>
/// <param name="PlanSha256">What the approval covers.</param>
/// <param name="Approvals">The record beside the report, absolute.</param>
/// <param name="Warnings">Forms that contradict each other.</param>
public sealed record PlanAcknowledgement(string Report, string TaskKey, string At, bool AlreadyApproved, string PlanSha256, string Approvals, IReadOnlyList<string> Warnings);
