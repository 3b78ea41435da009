using Okstra.Core.Usage;
using Okstra.Core.Usage.Budgets;
using Okstra.Core.Usage.Ledger;
using Okstra.Core.Workers;

namespace Okstra.Core.Tests.Usage.Budgets;

/// <summary>What a run may use, from earlier runs.</summary>
public sealed class RunEstimateTests
{
    private static readonly RosterEntry[] Roster = [Entry("claude"), Entry("codex")];

    [Fact]
    public void The_whole_run_is_told_by_runs_with_the_same_clis()
    {
        var estimate = RunEstimate.Of(Roster, [Run(("claude", 10), ("codex", 100)), Run(("claude", 20), ("codex", 200)), Run(("claude", 30), ("codex", 50))]);

        Assert.False(estimate.TotalIsSum);
        Assert.Equal((110, 220), (estimate.Total!.Median.Tokens, estimate.Total.P90.Tokens));
        Assert.Equal([(20, 30), (100, 200)], estimate.Workers.Select(worker => ((int)worker.Estimate!.Median.Tokens, (int)worker.Estimate.P90.Tokens)));
    }

    [Fact]
    public void Without_such_runs_the_workers_are_added_up_and_it_says_so()
    {
        var estimate = RunEstimate.Of(
            Roster,
            [Run(("claude", 10)), Run(("claude", 20)), Run(("claude", 30)), Run(("codex", 1)), Run(("codex", 2)), Run(("codex", 3))]);

        Assert.True(estimate.TotalIsSum);
        Assert.Equal((22, 33), (estimate.Total!.Median.Tokens, estimate.Total.P90.Tokens));
    }

    [Fact]
    public void A_worker_nobody_has_seen_leaves_the_total_unknown()
    {
        var estimate = RunEstimate.Of(Roster, [Run(("claude", 10)), Run(("claude", 20)), Run(("claude", 30))]);

        Assert.Null(estimate.Total);
        Assert.Null(estimate.Workers[1].Estimate);
    }

    [Fact]
    public void What_never_began_teaches_nothing()
    {
        var released = new LedgerEntry.Charged
        {
            At = "",
            DispatchId = "x",
            Worker = "codex",
            Round = 0,
            Batch = 1,
            Driver = "",
            Model = "",
            SessionId = null,
            Usage = new TokenUsage(),
            CostUsd = 0,
            PricesOf = null,
            Source = ChargeSource.None,
        };

        Assert.Null(released.SampleOf());
        Assert.Equal(new Amount(0, 0), released.AmountOf());
    }

    [Fact]
    public void A_dispatch_is_charged_once_however_often_its_line_is_written()
    {
        var charge = Charge("claude", 10, "d-1");
        var reserved = new LedgerEntry.Reserved { At = "", DispatchId = "d-1", Worker = "claude", Round = 0, Batch = 1, Tokens = 5, CostUsd = null };

        var view = LedgerView.Of([reserved, reserved with { DispatchId = "d-2" }, charge, charge with { Usage = new TokenUsage { Input = 99 } }]);

        Assert.Equal([charge], view.Charges);
        Assert.Equal(["d-2"], view.Open.Select(open => open.DispatchId));
    }

    private static LedgerView Run(params (string Driver, int Tokens)[] charges) => LedgerView.Of(charges.Select((charge, index) => Charge(charge.Driver, charge.Tokens, $"d-{index}")));

    private static LedgerEntry.Charged Charge(string driver, int tokens, string id) => new()
    {
        At = "",
        DispatchId = id,
        Worker = driver,
        Round = 0,
        Batch = 1,
        Driver = driver,
        Model = "m",
        SessionId = null,
        Usage = new TokenUsage { Input = tokens },
        CostUsd = 1,
        PricesOf = "2026-11-01",
        Source = ChargeSource.Reported,
    };

    private static RosterEntry Entry(string worker) => new() { Worker = worker, Role = worker, Driver = worker, Vendor = worker, Model = new ModelAssignment("m", "m"), AgentName = worker };
}
