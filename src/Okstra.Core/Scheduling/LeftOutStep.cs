namespace Okstra.Core.Scheduling;

/// <summary>A step that is no engineering work.</summary>
/// <param name="Step">Its number in the plan.</param>
/// <param name="Action">What it says.</param>
/// <param name="Rule">Rule it falls under.</param>
/// <param name="Words">The words that say so.</param>
public sealed record LeftOutStep(string Step, string Action, string Rule, string Words);
