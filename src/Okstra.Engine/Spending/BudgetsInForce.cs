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
    public static BudgetSettings Of(RunServices services, RunBundle bundle, RunOptions options, Journal journal)
    {
        var events = journal.Read().Events;
        var before = events.OfType<JournalEvent.BudgetRaised>().LastOrDefault()?.Budgets ?? bundle.Inputs.Budgets ?? new BudgetSettings();
        var now = options.Budgets.Aggregate(before, (settings, change) => change.ApplyTo(settings, RanOut(events) ?? BudgetScope.Run));
        if (now != before)
        {
            journal.Append(new JournalEvent.BudgetRaised(now) { At = services.Now() });
        }

        return now;
    }

    /// <summary>The event of a budget that is used up; its name says which.</summary>
    public static JournalEvent.Limit Exhausted(BudgetScope scope, string reason, string at) => new($"{Prefix}{scope.Token()}", reason) { At = at };

    private const string Prefix = "budget-";

    private static BudgetScope? RanOut(IReadOnlyList<JournalEvent> events) =>
        events.OfType<JournalEvent.Limit>().LastOrDefault(limit => limit.Name.StartsWith(Prefix, StringComparison.Ordinal)) is { } limit ? BudgetScopes.Find(limit.Name[Prefix.Length..]) : null;
}
