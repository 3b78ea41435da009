namespace Okstra.Core.Usage.Budgets;

/// <summary>Whether a dispatch may begin.</summary>
public abstract record BudgetVerdict
{
    private BudgetVerdict()
    {
    }

    /// <summary>It may, with this much set aside for it.</summary>
    public sealed record Fits(Amount Reservation) : BudgetVerdict;

    /// <summary>Not beside what runs now; it is asked again when one of those is charged.</summary>
    public sealed record Wait : BudgetVerdict;

    /// <summary>No further dispatch under this budget.</summary>
    public sealed record Exhausted(BudgetScope Scope, string Reason) : BudgetVerdict;
}
