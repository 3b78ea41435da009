namespace Okstra.Core.Reports.Deliverables;

/// <summary>A risk that stays after acceptance (R-REP-48).</summary>
/// <param name="Id"><c>RR-001</c>, …</param>
/// <param name="Risk">What may happen.</param>
/// <param name="MitigationOwner">Who deals with it.</param>
/// <param name="EscalationTrigger">What shows that it happens.</param>
public sealed record ResidualRiskRow(string Id, string Risk, string MitigationOwner, string EscalationTrigger);
