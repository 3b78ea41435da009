namespace Okstra.Core.Usage.Budgets;

/// <summary>One budget as it stands when a dispatch wants to begin.</summary>
/// <param name="Scope">What it is counted over.</param>
/// <param name="Cap">The most it may use.</param>
/// <param name="Spent">Charged so far.</param>
/// <param name="Reserved">Set aside by dispatches that run.</param>
/// <param name="Running">How many of those there are.</param>
public sealed record BudgetStanding(BudgetScope Scope, BudgetCap Cap, Amount Spent, Amount Reserved, int Running);
