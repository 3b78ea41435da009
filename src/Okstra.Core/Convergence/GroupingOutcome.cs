namespace Okstra.Core.Convergence;

/// <summary>How the findings of a run were grouped.</summary>
/// <param name="Mode">What the run was configured for.</param>
/// <param name="UsedFallback">The lead was to be asked, and the rules grouped instead.</param>
/// <param name="Reason">Why; null without a fallback.</param>
public sealed record GroupingOutcome(GroupingMode Mode, bool UsedFallback, string? Reason)
{
    public static GroupingOutcome Rules { get; } = new(GroupingMode.Rules, UsedFallback: false, Reason: null);

    public static GroupingOutcome ByLead { get; } = new(GroupingMode.Lead, UsedFallback: false, Reason: null);

    public static GroupingOutcome Fallback(string reason) => new(GroupingMode.Lead, UsedFallback: true, reason);
}
