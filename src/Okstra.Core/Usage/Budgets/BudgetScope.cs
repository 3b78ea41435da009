namespace Okstra.Core.Usage.Budgets;

/// <summary>What a budget is counted over.</summary>
public enum BudgetScope
{
    /// <summary>Every run of the task.</summary>
    Task,

    /// <summary>Every run of the task in the same phase.</summary>
    Phase,

    /// <summary>This run.</summary>
    Run,

    /// <summary>Each worker of this run by itself.</summary>
    Worker,
}
