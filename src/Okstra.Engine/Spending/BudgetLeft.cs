using Okstra.Core.Usage.Budgets;

namespace Okstra.Engine.Spending;

/// <summary>The rest of one budget; a number the budget does not have is null.</summary>
public sealed record BudgetLeft(BudgetScope Scope, long? Tokens, decimal? Usd);
