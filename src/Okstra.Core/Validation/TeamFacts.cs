namespace Okstra.Core.Validation;

/// <summary>What the team state says about the lead (design: two leads).</summary>
/// <param name="LeadKind"><c>native</c> or <c>session</c>.</param>
/// <param name="SessionId">Empty for a native lead.</param>
/// <param name="TeamCreateStatus">Status of <c>teamCreate</c>; null when it was not recorded.</param>
public sealed record TeamFacts(string LeadKind, string SessionId, string? TeamCreateStatus);
