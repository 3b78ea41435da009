namespace Okstra.Core.Runs;

/// <summary>Tokens of <see cref="RunStatus"/>.</summary>
public static class RunStatuses
{
    public static string Token(this RunStatus status) => status switch
    {
        RunStatus.Prepared => "prepared",
        RunStatus.Running => "running",
        RunStatus.Completed => "completed",
        RunStatus.Blocked => "blocked",
        RunStatus.ContractViolated => "contract-violated",
        RunStatus.Aborted => "aborted",
        RunStatus.BudgetExhausted => "budget-exhausted",
        _ => throw new ArgumentOutOfRangeException(nameof(status), status, "not a run status"),
    };
}
