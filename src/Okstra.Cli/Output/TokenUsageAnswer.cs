using Okstra.Core.Runs;
using Okstra.Engine.Bills;

namespace Okstra.Cli.Output;

/// <summary>Answer of <c>okstra token-usage --json</c>.</summary>
internal sealed record TokenUsageAnswer
{
    public required string TaskKey { get; init; }

    public required string TaskType { get; init; }

    public required string Seq { get; init; }

    public required string TeamState { get; init; }

    public required string Report { get; init; }

    /// <summary><c>native</c> or <c>session</c>.</summary>
    public required string Lead { get; init; }

    public required IReadOnlyList<AgentBill> Agents { get; init; }

    public required UsageSummary UsageSummary { get; init; }

    public required bool TeamStateChanged { get; init; }

    public required bool ReportChanged { get; init; }

    public required IReadOnlyList<string> OpenPlaceholders { get; init; }

    public static TokenUsageAnswer Of(CollectOutcome outcome) => new()
    {
        TaskKey = outcome.Bundle.Key.ToString(),
        TaskType = outcome.Bundle.Manifest.TaskType,
        Seq = outcome.Bundle.Manifest.Seq,
        TeamState = outcome.Bundle.Layout.TeamState,
        Report = outcome.Bundle.Layout.ReportMarkdown,
        Lead = outcome.LeadKind,
        Agents = outcome.Agents,
        UsageSummary = outcome.Summary,
        TeamStateChanged = outcome.TeamStateChanged,
        ReportChanged = outcome.ReportChanged,
        OpenPlaceholders = outcome.OpenPlaceholders,
    };
}
