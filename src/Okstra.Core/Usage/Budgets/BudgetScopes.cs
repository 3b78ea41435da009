namespace Okstra.Core.Usage.Budgets;

/// <summary>Tokens of <see cref="BudgetScope"/>.</summary>
public static class BudgetScopes
{
    public static IReadOnlyList<BudgetScope> All { get; } = Enum.GetValues<BudgetScope>();

    public static string Token(this BudgetScope scope) => scope switch
    {
        BudgetScope.Task => "task",
        BudgetScope.Phase => "phase",
        BudgetScope.Run => "run",
        BudgetScope.Worker => "worker",
        _ => throw new ArgumentOutOfRangeException(nameof(scope), scope, "not a budget scope"),
    };

    public static BudgetScope? Find(string token) => All.Where(scope => scope.Token() == token).Select(scope => (BudgetScope?)scope).SingleOrDefault();
}
