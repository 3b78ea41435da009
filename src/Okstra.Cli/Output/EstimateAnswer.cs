using Okstra.Core.Usage.Budgets;

namespace Okstra.Cli.Output;

/// <summary><c>okstra run --estimate --json</c>.</summary>
internal sealed record EstimateAnswer
{
    public required IReadOnlyList<EstimateLine> Workers { get; init; }

    /// <summary>Half of the runs like it used no more; null when that is not known.</summary>
    public required AmountLine? Median { get; init; }

    /// <summary>Nine of ten used no more.</summary>
    public required AmountLine? P90 { get; init; }

    /// <summary>The workers' numbers added up, because too few earlier runs had this roster.</summary>
    public required bool TotalIsSum { get; init; }

    public required IReadOnlyList<EstimateBudget> Budgets { get; init; }

    public static EstimateAnswer Of(RunEstimate estimate, BudgetSettings budgets) => new()
    {
        Workers = [.. estimate.Workers.Select(worker => new EstimateLine(
            worker.Worker.Worker, worker.Worker.Driver, worker.Worker.Model.Execution, worker.Estimate?.Samples ?? 0, AmountLine.Of(worker.Estimate?.Median), AmountLine.Of(worker.Estimate?.P90)))],
        Median = AmountLine.Of(estimate.Total?.Median),
        P90 = AmountLine.Of(estimate.Total?.P90),
        TotalIsSum = estimate.TotalIsSum,
        Budgets = [.. BudgetScopes.All.Where(scope => budgets.Of(scope) is not null).Select(scope => new EstimateBudget(scope.Token(), budgets.Of(scope)!.Tokens, budgets.Of(scope)!.Usd, Verdict(scope, budgets.Of(scope)!, estimate)))],
    };

    private static string Verdict(BudgetScope scope, BudgetCap cap, RunEstimate estimate) => (scope == BudgetScope.Worker ? Largest(estimate) : estimate.Total?.P90) switch
    {
        null => "unknown",
        { } p90 when p90.Tokens > cap.Tokens || p90.Usd > cap.Usd => "may not be enough",
        { Usd: null } when cap.Usd is not null => "unknown",
        _ => "enough in nine of ten runs",
    };

    private static Amount? Largest(RunEstimate estimate) => estimate.Workers.Select(worker => worker.Estimate?.P90).Where(p90 => p90 is not null).MaxBy(p90 => p90!.Value.Tokens);
}
