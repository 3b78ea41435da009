using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Okstra.Core.Reports;

namespace Okstra.Core.Simulation;

/// <summary>The results as one page that needs nothing else: charts as inline SVG, the same figures as tables, no script, light and dark.</summary>
public static class SimulationPage
{
    private const string Style = """

        :root { color-scheme: light dark; --bg: #fbfaf8; --surface: #ffffff; --text: #1d1c1a; --muted: #5d5a54; --line: #dedad2; --evidence: #17663a; --veto: #6d4a00; --classic: #1d4f91; }
        @media screen and (prefers-color-scheme: dark) { :root { --bg: #151517; --surface: #1e1e21; --text: #ecebe8; --muted: #b0aca4; --line: #3a3a40; --evidence: #86dba6; --veto: #edc974; --classic: #9cc3f7; } }
        body { margin: 0 auto; max-width: 70rem; padding: 1.5rem 1.25rem 4rem; background: var(--bg); color: var(--text); font: 1rem/1.6 system-ui, sans-serif; }
        h1 { font-size: 1.6rem; margin: .5rem 0; } h2 { font-size: 1.2rem; margin: 2.5rem 0 .3rem; } p { max-width: 80ch; margin: .5rem 0; } .muted { color: var(--muted); font-size: .92rem; }
        .charts { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(100%, 26rem), 1fr)); gap: 1rem; margin: 1rem 0; }
        figure { margin: 0; padding: .6rem; background: var(--surface); border: 1px solid var(--line); border-radius: 10px; } figcaption { font-size: .92rem; font-weight: 600; padding: .2rem .4rem; }
        svg { display: block; width: 100%; min-width: 30rem; height: auto; } :focus-visible { outline: 3px solid var(--classic); outline-offset: 2px; } text { fill: var(--text); font: 11px system-ui, sans-serif; } .tick, .axis { fill: var(--muted); } .axis { font-size: 12px; }
        .grid { stroke: var(--line); fill: none; } .lead { stroke: var(--muted); stroke-opacity: .45; stroke-width: .75; } .frontier { fill: none; stroke: var(--text); stroke-dasharray: 5 4; stroke-opacity: .6; }
        .evidence { fill: var(--evidence); } .veto { fill: var(--veto); } .classic { fill: var(--classic); } .raised { fill: var(--surface); stroke: var(--text); stroke-width: 1.5; }
        .scroll { overflow-x: auto; } table { border-collapse: collapse; font-size: .92rem; } th, td { padding: .25rem .7rem; border-bottom: 1px solid var(--line); text-align: left; white-space: nowrap; } td.number, th.number { text-align: right; font-variant-numeric: tabular-nums; }

        """;

    /// <summary>The whole file.</summary>
    public static string Render(SimulationSettings settings, IReadOnlyList<CaseResult> results)
    {
        // Line endings of a checkout must not change the hash that the policy names.
        var style = Style.ReplaceLineEndings("\n");
        var body = new StringBuilder();
        foreach (var result in results)
        {
            Section(body, result, settings);
        }

        return $"""
            <!DOCTYPE html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <meta name="generator" content="okstra simulate">
            <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(style)))}'; base-uri 'none'; form-action 'none'">
            <title>okstra simulate: policies compared</title>
            <style>{style}</style>
            </head>
            <body>
            <main>
            <h1>Cross-verification policies, simulated</h1>
            <p>{HtmlText.Escape(SimulationText.Settings(settings))}</p>
            <p class="muted">{HtmlText.Escape(ModelNote.Text)}</p>
            <p class="muted">Filled circle: policy evidence (refute-all). Triangle: one rejection is a veto. Square: policy classic (majority of votes). Ring: only counts who raised a finding. Dashed: no other policy buys more F1 for as few calls.</p>
            {body}</main>
            </body>
            </html>

            """.ReplaceLineEndings("\n");
    }

    private static void Section(StringBuilder body, CaseResult result, SimulationSettings settings)
    {
        var name = HtmlText.Escape(result.Case.Name);
        body.Append($"<section aria-labelledby=\"{name}\">\n<h2 id=\"{name}\">{name}</h2>\n<p class=\"muted\">{HtmlText.Escape(SimulationText.Case(result.Case, settings.Workers))}</p>\n<div class=\"charts\">\n");
        Figure(body, "Precision and recall: right and above is better", Scatter(result));
        Figure(body, "What calls buy: left and above is better", Frontier(result));
        body.Append("</div>\n").Append(Table(result)).Append("</section>\n");
    }

    private static void Figure(StringBuilder body, string caption, ChartPanel panel) =>
        body.Append($"<figure>\n<section class=\"scroll chart\" tabindex=\"0\" aria-label=\"{HtmlText.Escape(panel.Title)}\">\n{panel.Render()}</section>\n<figcaption>{HtmlText.Escape(caption)}</figcaption>\n</figure>\n");

    private static ChartPanel Scatter(CaseResult result) => new()
    {
        Id = $"pr-{result.Case.Name}",
        Title = $"Precision and recall of each policy, case {result.Case.Name}",
        Description = string.Join("; ", result.Policies.Select(policy => string.Create(CultureInfo.InvariantCulture, $"{policy.Policy.Name}: precision {policy.Precision:F3} at recall {policy.Recall:F3}"))),
        XLabel = "recall",
        YLabel = "precision",
        XMax = 1,
        Points = [.. result.Policies.Select(policy => new ChartPoint(policy.Policy.Name, policy.Policy.Rule, policy.Recall, policy.Precision))],
    };

    private static ChartPanel Frontier(CaseResult result)
    {
        var points = result.Policies.Select(policy => new ChartPoint(policy.Policy.Name, policy.Policy.Rule, policy.CallsPerChange, policy.F1)).ToList();
        return new()
        {
            Id = $"f1-{result.Case.Name}",
            Title = $"F1 and verification calls per change of each policy, case {result.Case.Name}",
            Description = string.Join("; ", result.Policies.Select(policy => string.Create(CultureInfo.InvariantCulture, $"{policy.Policy.Name}: F1 {policy.F1:F3} for {policy.CallsPerChange:F2} calls per change"))),
            XLabel = "verification calls per change",
            YLabel = "F1",
            XMax = Math.Max(1, Math.Ceiling(points.Select(point => point.X).DefaultIfEmpty(0).Max())),
            Points = points,
            Frontier = [.. points.Where(point => !points.Exists(other => other.X <= point.X && other.Y > point.Y)).OrderBy(point => point.X)],
        };
    }

    private static string Table(CaseResult result)
    {
        var html = new StringBuilder($"<section class=\"scroll\" tabindex=\"0\" aria-label=\"Figures of case {HtmlText.Escape(result.Case.Name)}\"><table>\n<thead><tr>");
        html.AppendJoin("", SimulationText.Columns.Select((column, index) => $"<th scope=\"col\"{(index > 1 ? " class=\"number\"" : "")}>{HtmlText.Escape(column)}</th>")).Append("</tr></thead>\n<tbody>\n");
        foreach (var cells in result.Policies.Select(SimulationText.Row))
        {
            html.Append("<tr>").AppendJoin("", cells.Select((cell, index) => index == 0 ? $"<th scope=\"row\">{HtmlText.Escape(cell)}</th>" : $"<td{(index > 1 ? " class=\"number\"" : "")}>{HtmlText.Escape(cell)}</td>")).Append("</tr>\n");
        }

        return html.Append("</tbody></table></section>\n").ToString();
    }
}
