using Okstra.Core.Usage.Budgets;

namespace Okstra.Engine.Spending;

/// <summary>What a run has used and what is left, for whoever watches.</summary>
/// <param name="Used">Charged to this run.</param>
/// <param name="Left">Each budget with what is left of it.</param>
public sealed record SpendingFacts(Amount Used, IReadOnlyList<BudgetLeft> Left);
