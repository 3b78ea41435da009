using Okstra.Cli.Output;
using Okstra.Core.Usage;
using Okstra.Core.Usage.Bills;
using Okstra.Core.Usage.Logs;
using Okstra.Core.Usage.Prices;
using Okstra.State.Layout;
using Okstra.State.Prices;
using Okstra.State.Usage;
using Spectre.Console;

namespace Okstra.Cli.Commands;

/// <summary><c>okstra usage --all</c>: everything that the session logs of this machine state, whoever started it.</summary>
internal static class MachineUsage
{
    public static void Show(bool json, CliContext context, CancellationToken cancellationToken)
    {
        var scan = UsageLogs.For(context.Host, context.Time).Read(cancellationToken);
        if (json)
        {
            JsonAnswer.Write(context.Out, output => UsageJson.Write(output, scan.Agents));
            return;
        }

        Print(scan.Agents, context);
        PrintModels(scan.Agents, PricesFile.Load(HomeLayout.Of(context.Host)), context);
        foreach (var note in scan.Agents.SelectMany(agent => agent.Notes))
        {
            context.Error.WriteLine($"{TerminalText.Clean(note.Path)}: {TerminalText.Clean(note.Text)}");
        }
    }

    private static void Print(IReadOnlyList<AgentUsage> agents, CliContext context)
    {
        var table = Table("Agent", "Sessions", "Input", "Cache read", "Cache write", "Output", "Total");
        foreach (var agent in agents)
        {
            var usage = TokenSum.Of(agent.Rows.Select(row => row.Usage));
            table.AddRow([agent.Agent, BillText.Number(agent.Rows.Select(row => row.Session).Distinct(StringComparer.Ordinal).Count()), .. Cells(usage)]);
        }

        Consoles.For(context.Out, context.OutputIsTerminal, context).Write(table);
    }

    private static void PrintModels(IReadOnlyList<AgentUsage> agents, PriceTable prices, CliContext context)
    {
        var models = agents.SelectMany(agent => agent.Rows).GroupBy(row => row.Model, StringComparer.Ordinal).OrderBy(model => model.Key, StringComparer.Ordinal)
            .Select(model => (Name: TerminalText.Short(model.Key, 80), Usage: TokenSum.Of(model.Select(row => row.Usage))!, Price: prices.TryPrice(model.Key, out var price) ? price : null)).ToList();
        if (models.Count == 0)
        {
            context.Out.WriteLine("no session log of an agent CLI has a counted response");
            return;
        }

        var table = Table("Model", "Input", "Cache read", "Cache write", "Output", "Total", "USD");
        foreach (var (name, usage, price) in models)
        {
            table.AddRow([Markup.Escape(name), .. Cells(usage), BillText.Money(price?.Cost(usage))]);
        }

        table.AddRow(["sum", .. Cells(TokenSum.Of(models.Select(model => model.Usage))), BillText.Money(models.Sum(model => model.Price?.Cost(model.Usage)))]);
        Consoles.For(context.Out, context.OutputIsTerminal, context).Write(table);
        context.Out.WriteLine($"USD: tokens times the prices of {prices.Date} ({TerminalText.Short(prices.Source, 300)})");
        if (models.Where(model => model.Price is null).Select(model => model.Name).ToList() is { Count: > 0 } unpriced)
        {
            context.Out.WriteLine($"no price, so tokens only: {string.Join(", ", unpriced)}; add them to prices.json in okstra's home");
        }
    }

    private static IReadOnlyList<string> Cells(TokenUsage? usage) => [BillText.Number(usage?.Input ?? 0), BillText.Number(usage?.CacheRead ?? 0), BillText.Number(usage?.CacheWrite ?? 0), BillText.Number(usage?.Output ?? 0), BillText.Number(usage?.Total ?? 0)];

    private static Table Table(string first, params IReadOnlyList<string> figures)
    {
        var table = new Table().Border(TableBorder.Rounded).AddColumn(first);
        foreach (var column in figures)
        {
            table.AddColumn(new TableColumn(column).RightAligned());
        }

        return table;
    }
}
