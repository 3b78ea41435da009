using Okstra.Core.Convergence;
using Okstra.Core.Projects;

namespace Okstra.Core.Tests.Convergence;

/// <summary>Which commands are run for which findings.</summary>
public sealed class SettlementPlanTests
{
    private static readonly string[] Paths = ["tests/test_cart.py"];

    [Fact]
    public void Equal_commands_of_several_findings_are_run_once_with_every_citation()
    {
        var state = SettlementTests.Vetoed(
            SettlementTests.Cites("F-001", 1, "", "a"),
            SettlementTests.Cites("F-002", 1, "assert", "a"),
            SettlementTests.Cites("F-003", 1, "", "a"));

        var plan = SettlementPlan.Of(state, [SettlementTests.Runnable], Paths);

        var order = Assert.Single(plan.Orders);
        Assert.Equal("pytest -q", order.Declared);
        Assert.Equal([new SettlementExpectation(1, ""), new SettlementExpectation(1, "assert")], order.Cited);
        Assert.Empty(plan.Refusals);
    }

    [Fact]
    public void Proposed_commands_are_never_run()
    {
        var state = SettlementTests.Vetoed(SettlementTests.Cites("F-001", 1, "", "a"));

        var plan = SettlementPlan.Of(state, [SettlementTests.Runnable with { State = QaCommandState.Proposed }], Paths);

        Assert.Empty(plan.Orders);
        Assert.Empty(plan.Refusals);
    }

    [Fact]
    public void Confirmed_command_itself_runs_whatever_program_it_is()
    {
        var cited = SettlementTests.Cites("F-001", 2, "", "a") with { Evidence = [SettlementTests.Cited("a", 2, "", "make", "test")] };

        var plan = SettlementPlan.Of(SettlementTests.Vetoed(cited), [new QaCommand("test", "make  test", QaCommandState.Confirmed)], Paths);

        Assert.Equal(["make", "test"], Assert.Single(plan.Orders).Argv);
    }

    [Fact]
    public void Refused_selector_of_a_confirmed_command_is_recorded_and_any_other_command_is_not()
    {
        var cited = SettlementTests.Cites("F-001", 1, "", "a") with { Evidence = [SettlementTests.Cited("a", 1, "", "pytest", "-q", "-p", "evil"), SettlementTests.Cited("a", 1, "", "rm", "-rf", "/"), SettlementTests.Cited("a", 1, "", "pytest")] };

        var plan = SettlementPlan.Of(SettlementTests.Vetoed(cited), [SettlementTests.Runnable], Paths);

        Assert.Empty(plan.Orders);
        var refusal = Assert.Single(plan.Refusals);
        Assert.Equal(("F-001", "selector refused: '-p' is no selector of pytest"), (refusal.FindingId, refusal.Reason));
    }

    [Fact]
    public void Finding_is_settled_by_a_few_commands_at_most()
    {
        var cited = SettlementTests.Cites("F-001", 1, "", "a") with { Evidence = [.. Enumerable.Range(0, 5).Select(number => SettlementTests.Cited("a", 1, "", "pytest", "-q", "-k", $"t{number}"))] };

        var plan = SettlementPlan.Of(SettlementTests.Vetoed(cited), [SettlementTests.Runnable], Paths);

        Assert.Equal(SettlementPlan.MostPerFinding, plan.Orders.Count);
        Assert.Equal(2, plan.Refusals.Count);
    }

    [Fact]
    public void Only_contested_findings_somebody_supports_are_settled()
    {
        var state = SettlementTests.Vetoed(SettlementTests.Cites("F-001", 1, "", "a"));
        ConvergenceState With(FindingClass value, params string[] supporters) => state with { Findings = [state.Only() with { Classification = value, Supporters = supporters }] };

        Assert.True(Settlement.IsPossible(state));
        Assert.False(Settlement.IsPossible(With(FindingClass.Contested)));
        Assert.False(Settlement.IsPossible(state with { NextRound = 2 }));
        Assert.False(Settlement.IsPossible(state with { Input = state.Input with { Config = state.Input.Config with { Enabled = false } } }));
        Assert.All(Enum.GetValues<FindingClass>().Where(value => value != FindingClass.Contested), value => Assert.Empty(SettlementPlan.Of(With(value, "a"), [SettlementTests.Runnable], Paths).Orders));
    }

    [Fact]
    public void Plan_does_not_depend_on_the_order_of_findings_citations_or_commands()
    {
        string[] tests = ["t1", "t2", "t3", "-p"];
        var findings = tests.Select((test, index) => SettlementTests.Cites($"F-00{index + 1}", 1, "", "a") with { Evidence = [SettlementTests.Cited("a", 1, "", "pytest", "-q", "-k", test)] }).ToArray();
        QaCommand[] commands = [SettlementTests.Runnable, new("test", "pytest", QaCommandState.Confirmed), new("lint", "ruff check", QaCommandState.Confirmed)];

        var one = SettlementPlan.Of(SettlementTests.Vetoed(findings), commands, Paths);
        var other = SettlementPlan.Of(SettlementTests.Vetoed([.. findings.Reverse()]), [.. commands.Reverse()], Paths);

        Assert.Equal(one.Orders.Select(order => string.Join(' ', order.Argv)), other.Orders.Select(order => string.Join(' ', order.Argv)));
        Assert.Equal(one.Refusals.Select(refusal => refusal.Reason), other.Refusals.Select(refusal => refusal.Reason));
        Assert.Equal((3, 1), (one.Orders.Count, one.Refusals.Count));
    }
}
