using Okstra.Core.Runs;
using Okstra.Engine.Preparation;

namespace Okstra.Engine.Bills;

/// <summary>What <c>okstra token-usage</c> found and did.</summary>
public sealed record CollectOutcome
{
    public required RunBundle Bundle { get; init; }

    /// <summary><c>native</c> or <c>session</c>.</summary>
    public required string LeadKind { get; init; }

    public required IReadOnlyList<AgentBill> Agents { get; init; }

    public required UsageSummary Summary { get; init; }

    public required bool TeamStateChanged { get; init; }

    public required bool ReportChanged { get; init; }

    /// <summary>Placeholders that are still in the report.</summary>
    public required IReadOnlyList<string> OpenPlaceholders { get; init; }
}
