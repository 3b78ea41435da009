using Okstra.Core.Problems;

namespace Okstra.Core.Usage.Budgets;

/// <summary>The caps of a run, as <c>project.json</c>, a task's manifest or the command line give them; an absent scope has none.</summary>
public sealed record BudgetSettings
{
    public BudgetCap? Task { get; init; }

    public BudgetCap? Phase { get; init; }

    public BudgetCap? Run { get; init; }

    public BudgetCap? Worker { get; init; }

    public BudgetCap? Of(BudgetScope scope) => scope switch
    {
        BudgetScope.Task => Task,
        BudgetScope.Phase => Phase,
        BudgetScope.Run => Run,
        _ => Worker,
    };

    /// <summary>A cap without a number is none.</summary>
    public BudgetSettings With(BudgetScope scope, BudgetCap? cap)
    {
        var kept = cap == new BudgetCap() ? null : cap;
        return scope switch
        {
            BudgetScope.Task => this with { Task = kept },
            BudgetScope.Phase => this with { Phase = kept },
            BudgetScope.Run => this with { Run = kept },
            _ => this with { Worker = kept },
        };
    }

    /// <summary>These settings where they say something, the weaker ones elsewhere; each number by itself.</summary>
    public BudgetSettings Over(BudgetSettings? weaker) => weaker is null
        ? this
        : BudgetScopes.All.Aggregate(this, (merged, scope) => merged.With(scope, Merge(Of(scope), weaker.Of(scope))));

    /// <summary>What is wrong with numbers somebody wrote into a file; null when nothing is.</summary>
    /// <param name="source">The file, for the message.</param>
    public Problem? Fault(string source) => BudgetScopes.All
        .Where(scope => Of(scope) is { Tokens: <= 0 } or { Usd: <= 0 })
        .Select(scope => new Problem(
            "OKS0950",
            $"'{source}' gives the {scope.Token()} a budget of {(Of(scope)!.Tokens is { } tokens and <= 0 ? $"{tokens} tokens" : $"{Of(scope)!.Usd} US dollars")}, with which no worker could start",
            "give more than 0, or take the number out for no budget; okstra run --workers auditor costs nothing"))
        .FirstOrDefault();

    private static BudgetCap? Merge(BudgetCap? strong, BudgetCap? weak) => strong is null || weak is null
        ? strong ?? weak
        : new BudgetCap { Tokens = strong.Tokens ?? weak.Tokens, Usd = strong.Usd ?? weak.Usd };
}
