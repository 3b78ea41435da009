using Okstra.Core.Problems;
using Okstra.Core.Runs;
using Okstra.Core.Usage.Budgets;
using Okstra.Engine.Pipeline;
using Okstra.Engine.Preparation;
using Okstra.State.Runs;

namespace Okstra.Engine.Spending;

/// <summary>The budgets of a run: those it was prepared with, or what its user changed them to since.</summary>
internal static class BudgetsInForce
{
    /// <summary>On disk when this returns, if the options change anything.</summary>
    /// <exception cref="UserErrorException">More of a budget that does not exist.</exception>
    public static BudgetSettings Of(RunServices services, RunBundle bundle, RunOptions options, Journal journal)
    {
        var events = journal.Read().Events;
        var before = events.OfType<JournalEvent.BudgetRaised>().LastOrDefault()?.Budgets ?? bundle.Inputs.Budgets ?? new BudgetSettings();
        var unsaid = RanOut(events) ?? BudgetScope.Run;
        var now = options.Budgets.Aggregate(before, (settings, change) => Changed(settings, change, unsaid, bundle));
        if (now != before)
        {
            journal.Append(new JournalEvent.BudgetRaised(now) { At = services.Now() });
        }

        return now;
    }

    /// <summary>The event of a budget that is used up; its name says which.</summary>
    public static JournalEvent.Limit Exhausted(BudgetScope scope, string reason, string at) => new($"{Prefix}{scope.Token()}", reason) { At = at };

    private const string Prefix = "budget-";

    private static BudgetSettings Changed(BudgetSettings settings, BudgetChange change, BudgetScope unsaid, RunBundle bundle)
    {
        var scope = change.Scope ?? unsaid;
        return change.Adds && settings.Of(scope) is var cap && (change.Cap.Tokens is null ? cap?.Usd is null : cap?.Tokens is null)
            ? throw new UserErrorException(
                "OKS0952",
                $"the {scope.Token()} budget of {bundle.Key} has no cap in {(change.Cap.Tokens is null ? "US dollars" : "tokens")} that could be raised",
                $"give an amount without '+' to set one: --budget {scope.Token()}=<amount>")
            : change.ApplyTo(settings, unsaid);
    }

    private static BudgetScope? RanOut(IReadOnlyList<JournalEvent> events) =>
        events.OfType<JournalEvent.Limit>().LastOrDefault(limit => limit.Name.StartsWith(Prefix, StringComparison.Ordinal)) is { } limit ? BudgetScopes.Find(limit.Name[Prefix.Length..]) : null;
}
