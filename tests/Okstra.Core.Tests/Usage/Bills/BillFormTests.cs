using System.Xml.Linq;
using FsCheck;
using FsCheck.Fluent;
using Okstra.Core.Text;
using Okstra.Core.Usage;
using Okstra.Core.Usage.Attribution;
using Okstra.Core.Usage.Bills;
using Okstra.Core.Usage.Logs;
using Okstra.Core.Usage.Prices;

namespace Okstra.Core.Tests.Usage.Bills;

/// <summary>A bill as CSV and as a page.</summary>
public sealed class BillFormTests
{
    private static Bill Sample(string worker = "claude", string model = "opus", bool withLogs = false, long logged = 1000)
    {
        BillLine[] lines =
        [
            Line(worker, model, "s-1", new TokenUsage { Input = 700, Output = 300 }),
            Line("codex", "gpt-5.5", "s-2", new TokenUsage { Input = 70, Output = 30, Reasoning = 10 }),
            Line("gemini", "auto", "s-3", null),
        ];
        var logs = new SessionIndex([new AgentUsage { Agent = "any", Counters = [], Rows = [new UsageRow("s-1", model, "2026-11-26", "main", [], new TokenUsage { Total = logged })], Sessions = [], Notes = [] }]);
        return new BillMaking(lines, PriceTable.Shipped, new Dictionary<string, int>(StringComparer.Ordinal) { [lines[0].Run] = 2 }, withLogs ? logs : null).By(BillGrouping.All.Single(grouping => grouping.Name == "worker"));
    }

    private static BillLine Line(string worker, string model, string session, TokenUsage? usage) => new()
    {
        TaskKey = "shop:g:t-1",
        TaskType = "error-analysis",
        Seq = "001",
        Worker = worker,
        Driver = "any",
        Model = model,
        At = "2026-11-26T10:00:00Z",
        Sessions = [session],
        Usage = usage,
        Source = "ledger",
    };

    // RFC 4180, read the short way.
    private static List<List<string>> Parse(string csv)
    {
        List<List<string>> records = [[]];
        var field = "";
        for (var index = 0; index < csv.Length; index++)
        {
            if (csv[index] == '"')
            {
                for (index++; csv[index] != '"' || (index + 1 < csv.Length && csv[index + 1] == '"'); index++)
                {
                    index += csv[index] == '"' ? 1 : 0;
                    field += csv[index];
                }
            }
            else if (csv[index] is ',' or '\n')
            {
                records[^1].Add(field);
                field = "";
                if (csv[index] == '\n')
                {
                    records.Add([]);
                }
            }
            else if (csv[index] != '\r')
            {
                field += csv[index];
            }
        }

        records.RemoveAt(records.Count - 1);
        return records;
    }

    [Fact]
    public void Csv_reads_back_as_it_was_written() => Prop.ForAll(ArbMap.Default.ArbFor<string[][]>(), drawn =>
    {
        List<List<string>> records = [.. drawn.Select(record => record.Select(text => CsvText.Field(text ?? "")).Append("end").ToList())];
        Assert.Equal(records, Parse(CsvText.Render(records)));
    }).QuickCheckThrowOnFailure();

    [Theory]
    [InlineData("=HYPERLINK(\"http://x\",\"y\")")]
    [InlineData("+1+1")]
    [InlineData("-2+3")]
    [InlineData("@SUM(A1)")]
    [InlineData("\t=1")]
    [InlineData("\u200b=1")]
    [InlineData(" =1")]
    public void A_name_is_no_formula(string name)
    {
        var cells = Parse(BillText.Csv(Sample(worker: name))).SelectMany(record => record);

        Assert.DoesNotContain(cells, cell => cell.TrimStart().Length > 0 && "=+-@\t\r".Contains(cell.TrimStart()[0], StringComparison.Ordinal));
    }

    [Fact]
    public void Csv_has_a_line_for_each_row_and_the_sum()
    {
        var csv = Parse(BillText.Csv(Sample()));

        Assert.Equal(["worker", "claude", "codex", "gemini", "sum"], csv.Select(record => record[0]));
        Assert.All(csv, record => Assert.Equal(csv[0].Count, record.Count));
        Assert.Equal("1100", csv[^1][csv[0].IndexOf("total")]);
        Assert.Equal("2", csv[^1][csv[0].IndexOf("accepted_findings")]);
        Assert.Equal("", csv[3][csv[0].IndexOf("total")]);
    }

    [Fact]
    public void The_page_shows_the_figures_of_the_chart_in_its_table()
    {
        var page = BillPage.Render(Sample(withLogs: true, logged: 990), "task g/t-1");

        var document = XDocument.Parse(page[page.IndexOf("<main>", StringComparison.Ordinal)..(page.IndexOf("</main>", StringComparison.Ordinal) + "</main>".Length)]);
        var bars = document.Descendants("svg").Single().Elements("text").Select(text => text.Value).Chunk(2).ToDictionary(pair => pair[0], pair => pair[1]);
        var rows = document.Descendants("tbody").Single().Elements("tr").ToDictionary(row => row.Element("th")!.Value, row => row.Elements("td").Select(cell => cell.Value).ToList());
        Assert.Equal(rows.Keys, bars.Keys);
        Assert.All(bars, bar => Assert.Equal(rows[bar.Key][6], bar.Value));
        Assert.Equal(("990", "+10"), (rows["claude"][^2], rows["claude"][^1]));
        Assert.DoesNotContain("<script", page, StringComparison.Ordinal);
    }

    [Fact]
    public void A_hostile_name_is_text_on_the_page()
    {
        var page = BillPage.Render(Sample(worker: "<img src=x onerror=alert(1)>\u001b[31m", model: "<b>"), "<script>");

        Assert.DoesNotContain("<img", page, StringComparison.Ordinal);
        Assert.DoesNotContain("<b>", page, StringComparison.Ordinal);
        Assert.DoesNotContain("<script", page, StringComparison.Ordinal);
        Assert.DoesNotContain("\u001b", page, StringComparison.Ordinal);
    }

    [Fact]
    public void A_model_without_price_has_tokens_and_says_so()
    {
        var bill = Sample(model: "house-model");

        Assert.Equal(["house-model"], bill.UnpricedModels);
        Assert.Contains("house-model", BillText.Unpriced(bill), StringComparison.Ordinal);
        Assert.Null(bill.Rows.Single(row => row.Key == "claude").CostUsd);
        Assert.Equal((1000, 1), (bill.Rows.Single(row => row.Key == "claude").Usage?.Total, bill.Sum.Unpriced));
        Assert.Null(bill.Sum.CostPerAcceptedUsd);
    }
}
