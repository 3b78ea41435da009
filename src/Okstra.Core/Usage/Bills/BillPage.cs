using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Okstra.Core.Reports;
using Okstra.Core.Text;

namespace Okstra.Core.Usage.Bills;

/// <summary>A bill as one page that needs nothing else: bars as inline SVG, the same figures as a table, no script, light and dark.</summary>
public static class BillPage
{
    private const int MostBars = 60;

    private const string Style = """

        :root { color-scheme: light dark; --bg: #fbfaf8; --surface: #ffffff; --text: #1d1c1a; --muted: #5d5a54; --line: #dedad2; --bar: #1d4f91; }
        @media screen and (prefers-color-scheme: dark) { :root { --bg: #151517; --surface: #1e1e21; --text: #ecebe8; --muted: #b0aca4; --line: #3a3a40; --bar: #9cc3f7; } }
        body { margin: 0 auto; max-width: 80rem; padding: 1.5rem 1.25rem 4rem; background: var(--bg); color: var(--text); font: 1rem/1.6 system-ui, sans-serif; }
        h1 { font-size: 1.6rem; margin: .5rem 0; } h2 { font-size: 1.2rem; margin: 2rem 0 .5rem; } p { max-width: 80ch; margin: .5rem 0; overflow-wrap: anywhere; } .muted { color: var(--muted); font-size: .92rem; }
        figure { margin: 0; padding: .6rem; background: var(--surface); border: 1px solid var(--line); border-radius: 10px; } figcaption { font-size: .92rem; font-weight: 600; padding: .2rem .4rem; }
        svg { display: block; width: 100%; min-width: 40rem; max-width: 60rem; height: auto; } text { fill: var(--text); font: 12px system-ui, sans-serif; } .label { fill: var(--muted); } .bar { fill: var(--bar); } :focus-visible { outline: 3px solid var(--bar); outline-offset: 2px; }
        .scroll { overflow-x: auto; } table { border-collapse: collapse; font-size: .92rem; } th, td { padding: .25rem .7rem; border-bottom: 1px solid var(--line); text-align: left; white-space: nowrap; } .number { text-align: right; font-variant-numeric: tabular-nums; } tfoot th, tfoot td { font-weight: 600; border-top: 2px solid var(--line); }

        """;

    /// <param name="bill">What is shown.</param>
    /// <param name="scope">Of what: a task, a project, all of them; in plain words.</param>
    public static string Render(Bill bill, string scope)
    {
        // Line endings of a checkout must not change the hash that the policy names.
        var style = Style.ReplaceLineEndings("\n");
        var notes = new[] { BillText.Prices(bill), BillText.Unpriced(bill), BillText.Reconciliation(bill) }.OfType<string>();
        return $"""
            <!DOCTYPE html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <meta name="generator" content="okstra usage">
            <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(style)))}'; base-uri 'none'; form-action 'none'">
            <title>okstra usage by {bill.By}</title>
            <style>{style}</style>
            </head>
            <body>
            <main>
            <h1>Usage by {bill.By}</h1>
            <p>{HtmlText.Escape(SafeText.OneLine(scope, 300))}: {BillText.Number(bill.Sum.Usage?.Total)} tokens, {Money(bill.Sum.CostUsd)}, {BillText.Number(bill.Sum.Dispatches)} dispatches.</p>
            {string.Concat(notes.Select(note => $"<p class=\"muted\">{HtmlText.Escape(note)}</p>\n"))}{Chart(bill)}{Table(bill)}</main>
            </body>
            </html>

            """.ReplaceLineEndings("\n");
    }

    // Money where all of it is known, tokens otherwise: a bar without a size would be a wrong picture.
    private static string Chart(Bill bill)
    {
        if (bill.Rows.Count == 0)
        {
            return "";
        }

        var money = bill.Rows.All(row => row is { CostUsd: not null, Unpriced: 0 });
        var shown = bill.Rows.Take(MostBars).Select(row => (SafeText.OneLine(row.Key, 200), money ? row.CostUsd ?? 0 : row.Usage?.Total ?? 0, money ? Money(row.CostUsd) : BillText.Number(row.Usage?.Total))).ToList();
        var what = money ? "US dollars" : "tokens";
        var more = bill.Rows.Count > MostBars ? string.Create(CultureInfo.InvariantCulture, $", the first {MostBars} of {bill.Rows.Count}") : "";
        return $"<figure>\n<section class=\"scroll\" tabindex=\"0\" aria-label=\"Chart\">\n{BarChart.Render($"{what} by {bill.By}", shown)}</section>\n<figcaption>{what} by {bill.By}{more}</figcaption>\n</figure>\n";
    }

    private static string Table(Bill bill)
    {
        var withLogs = bill.Sessions is not null;
        IReadOnlyList<string> columns = [.. BillText.Columns, .. withLogs ? BillText.LogColumns : []];
        var html = new StringBuilder($"<h2>Figures</h2>\n<section class=\"scroll\" tabindex=\"0\" aria-label=\"Figures\"><table>\n<thead><tr><th scope=\"col\">{bill.By}</th>");
        html.AppendJoin("", columns.Select(column => $"<th scope=\"col\" class=\"number\">{HtmlText.Escape(column)}</th>")).Append("</tr></thead>\n<tbody>\n");
        foreach (var row in bill.Rows)
        {
            Row(html, row, withLogs);
        }

        html.Append("</tbody>\n<tfoot>\n");
        Row(html, bill.Sum, withLogs);
        return html.Append("</tfoot></table></section>\n").ToString();
    }

    private static void Row(StringBuilder html, BillRow row, bool withLogs) => html
        .Append($"<tr><th scope=\"row\">{HtmlText.Escape(SafeText.OneLine(row.Key, 200))}</th>")
        .AppendJoin("", BillText.Row(row, withLogs).Select(cell => $"<td class=\"number\">{HtmlText.Escape(cell)}</td>")).Append("</tr>\n");

    private static string Money(decimal? amount) => amount is null ? "no price" : $"${BillText.Money(amount)}";
}
