using Okstra.Cli.Output;
using Okstra.Core.Usage.Bills;
using Spectre.Console;

namespace Okstra.Cli.Commands;

/// <summary>A bill on a terminal.</summary>
internal static class BillPrinter
{
    private const int WideEnough = 200;

    public static void Print(Bill bill, CliContext context)
    {
        var withLogs = bill.Sessions is not null;
        var table = new Table().Border(TableBorder.Rounded).AddColumn(bill.By);
        foreach (var column in withLogs ? [.. BillText.Columns, .. BillText.LogColumns] : BillText.Columns)
        {
            table.AddColumn(new TableColumn(column).RightAligned());
        }

        foreach (var row in bill.Rows.Append(bill.Sum))
        {
            table.AddRow([Markup.Escape(TerminalText.Short(row.Key, 80)), .. BillText.Row(row, withLogs)]);
        }

        var console = Consoles.For(context.Out, context.OutputIsTerminal, context);
        if (!context.OutputIsTerminal)
        {
            console.Profile.Width = WideEnough;
        }

        console.Write(table);
        foreach (var note in new[] { BillText.Prices(bill), BillText.Unpriced(bill), BillText.Reconciliation(bill) }.OfType<string>())
        {
            context.Out.WriteLine(note);
        }

        foreach (var session in (bill.Sessions ?? []).Where(session => session.Difference is not (null or 0)))
        {
            context.Out.WriteLine($"{session.Driver} session {TerminalText.Short(session.Session, 80)}: reported {BillText.Number(session.Reported)}, log {BillText.Number(session.Logged)}, difference {BillText.Number(session.Difference)}");
        }
    }
}
