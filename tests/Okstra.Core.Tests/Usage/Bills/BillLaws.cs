using FsCheck;
using FsCheck.Fluent;
using Okstra.Core.Usage;
using Okstra.Core.Usage.Attribution;
using Okstra.Core.Usage.Bills;
using Okstra.Core.Usage.Logs;
using Okstra.Core.Usage.Prices;

namespace Okstra.Core.Tests.Usage.Bills;

/// <summary>What must be true of every bill, however it is broken down.</summary>
public sealed class BillLaws
{
    private static readonly string[] Models = ["opus", "gpt-5.5", "gemini-2.5-pro", "no-such-model"];
    private static readonly string[] Drivers = ["claude", "codex", "gemini"];

    private static void Holds(Action<IReadOnlyList<BillLine>> law) =>
        Prop.ForAll(ArbMap.Default.ArbFor<(byte, byte, ushort)[]>(), drawn => law([.. drawn.Select(Line)])).Check(Config.QuickThrowOnFailure.WithMaxTest(60));

    private static BillLine Line((byte, byte, ushort) drawn)
    {
        var (who, when, tokens) = drawn;
        return new BillLine
        {
            TaskKey = $"shop:g:t-{who % 3}",
            TaskType = who % 2 == 0 ? "error-analysis" : "implementation-planning",
            Seq = $"00{1 + (who % 4)}",
            Worker = $"w-{when % 3}",
            Round = when % 2,
            Batch = 1,
            Driver = Drivers[when % 3],
            Model = Models[who % 4],
            At = $"2026-11-{10 + (when % 9)}T10:00:00Z",
            Sessions = when % 5 == 0 ? [] : [$"s-{when % 4}"],
            IsDispatch = when % 6 != 5,
            Usage = tokens % 7 == 0 ? null : new TokenUsage { Input = tokens, Output = tokens / 3, CacheRead = tokens % 11, Reasoning = tokens % 2 == 0 ? tokens / 9 : null },
            Source = "ledger",
        };
    }

    private static Bill Bill(IReadOnlyList<BillLine> lines, BillGrouping grouping, SessionIndex? logs = null) =>
        new BillMaking(lines, PriceTable.Shipped, lines.Select(line => line.Run).Distinct(StringComparer.Ordinal).ToDictionary(run => run, run => run.Length % 4, StringComparer.Ordinal), logs).By(grouping);

    [Fact]
    public void The_rows_of_any_grouping_add_up_to_the_sum() => Holds(lines =>
    {
        foreach (var bill in BillGrouping.All.Select(grouping => Bill(lines, grouping)))
        {
            var (rows, sum) = (bill.Rows, bill.Sum);
            Assert.Equal(lines.Count(line => line.IsDispatch), sum.Dispatches);
            Assert.Equal((sum.Dispatches, sum.Reported, sum.Unpriced), (rows.Sum(row => row.Dispatches), rows.Sum(row => row.Reported), rows.Sum(row => row.Unpriced)));
            Assert.Equal(sum.CostUsd ?? 0, rows.Sum(row => row.CostUsd ?? 0));
            foreach (var kind in new Func<TokenUsage, long?>[] { usage => usage.Input, usage => usage.Output, usage => usage.CacheRead, usage => usage.CacheWrite, usage => usage.Reasoning, usage => usage.Total })
            {
                Assert.Equal(sum.Usage is null ? 0 : kind(sum.Usage) ?? 0, rows.Sum(row => row.Usage is null ? 0 : kind(row.Usage) ?? 0));
            }
        }
    });

    [Fact]
    public void Every_grouping_has_the_same_sum() => Holds(lines => Assert.Single(BillGrouping.All.Select(grouping => Bill(lines, grouping).Sum).Distinct()));

    [Fact]
    public void Another_order_of_the_lines_is_the_same_bill() => Holds(lines =>
    {
        foreach (var grouping in BillGrouping.All)
        {
            Assert.Equal(Bill(lines, grouping).Rows, Bill([.. lines.Reverse()], grouping).Rows);
        }
    });

    [Fact]
    public void One_more_charge_never_makes_it_cheaper() => Holds(lines =>
    {
        if (lines is [var first, ..])
        {
            Assert.True((Bill([.. lines, first], BillGrouping.All[0]).Sum.CostUsd ?? 0) >= (Bill(lines, BillGrouping.All[0]).Sum.CostUsd ?? 0));
        }
    });

    [Fact]
    public void Accepted_findings_of_a_run_count_once() => Holds(lines =>
    {
        foreach (var grouping in BillGrouping.All.Where(grouping => grouping.HoldsWholeRuns))
        {
            var bill = Bill(lines, grouping);
            Assert.Equal(bill.Sum.AcceptedFindings ?? 0, bill.Rows.Sum(row => row.AcceptedFindings ?? 0));
        }
    });

    [Fact]
    public void Logs_that_say_the_same_leave_no_difference() => Holds(lines =>
    {
        var logs = new SessionIndex(lines.Where(line => line.Sessions.Count == 1).GroupBy(line => line.Driver).Select(driver => new AgentUsage
        {
            Agent = driver.Key,
            Counters = [],
            Rows = [.. driver.Where(line => line.Usage is not null).Select(line => new UsageRow(line.Sessions[0], line.Model, line.Day, "main", [], line.Usage!))],
            Sessions = [],
            Notes = [],
        }));

        foreach (var bill in BillGrouping.All.Select(grouping => Bill(lines, grouping, logs)))
        {
            Assert.All(bill.Sessions!, session => Assert.True(session.Difference is null or 0));
            Assert.All(bill.Rows.Append(bill.Sum), row => Assert.True(row.Difference is null or 0));
        }
    });
}
