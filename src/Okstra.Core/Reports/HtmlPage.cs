using System.Security.Cryptography;
using System.Text;

namespace Okstra.Core.Reports;

/// <summary>Collects the elements of the page and knows its headings.</summary>
internal sealed class HtmlPage
{
    private static readonly string Style = Resource("report.css");
    private static readonly string Script = Resource("report.js");

    // No text of an agent can hold it: control characters are stripped.
    private const char NumberMark = '\u0001';

    private readonly StringBuilder _body = new();
    private readonly List<(int Level, string Id, string Text)> _headings = [];

    public IReadOnlyList<(int Level, string Id, string Text)> Headings => _headings;

    public void Raw(string html) => _body.Append(html).Append('\n');

    /// <summary>A heading that stands in the table of contents; section numbers belong to the Markdown's order, not to the page's.</summary>
    public void Heading(int level, string id, string title)
    {
        var text = title.TrimStart('0', '1', '2', '3', '4', '5', '6', '7', '8', '9', '.').TrimStart();
        _headings.Add((level, id, text));
        Raw($"<h{level} id=\"{id}\">{HtmlText.Escape(text)}</h{level}>");
    }

    /// <summary>Cells are HTML already; <see cref="Number"/> marks one as a number.</summary>
    public void Table(string caption, IReadOnlyList<string> headers, IEnumerable<IReadOnlyList<string>> rows)
    {
        Raw($"<div class=\"scroll\" role=\"region\" tabindex=\"0\" aria-label=\"{HtmlText.Escape(caption)}\"><table>");
        Raw($"<thead><tr>{string.Concat(headers.Select(header => $"<th scope=\"col\">{HtmlText.Escape(header)}</th>"))}</tr></thead><tbody>");
        foreach (var row in rows)
        {
            Raw($"<tr>{string.Concat(row.Select((cell, index) => index == 0 ? $"<th scope=\"row\">{cell}</th>" : Cell(cell)))}</tr>");
        }

        Raw("</tbody></table></div>");
    }

    /// <summary>The table, or the empty-state line without its bullet.</summary>
    public void TableOr(string emptyLine, string caption, IReadOnlyList<string> headers, IReadOnlyCollection<IReadOnlyList<string>> rows)
    {
        if (rows.Count == 0)
        {
            Raw($"<p class=\"empty\">{HtmlText.Escape(emptyLine.TrimStart('-', ' '))}</p>");
        }
        else
        {
            Table(caption, headers, rows);
        }
    }

    public static string Number(object value) => FormattableString.Invariant($"{NumberMark}{value}");

    public string TakeBody()
    {
        var body = _body.ToString();
        _body.Clear();
        return body;
    }

    /// <summary>The whole file: its policy lets nothing in but the style and script whose hashes it names.</summary>
    public static string Document(string language, string title, string body) => $"""
        <!doctype html>
        <html lang="{language}" class="no-script">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src '{Hash(Style)}'; script-src '{Hash(Script)}'; img-src data:; base-uri 'none'; form-action 'none'">
        <meta name="referrer" content="no-referrer">
        <title>{HtmlText.Escape(title)}</title>
        <link rel="icon" href="data:,">
        <style>{Style}</style>
        </head>
        <body>
        {body}
        <script>{Script}</script>
        </body>
        </html>

        """.ReplaceLineEndings("\n");

    private static string Cell(string cell) => cell switch
    {
        [NumberMark, .. var number] => $"<td class=\"number\">{number}</td>",
        { Length: > 48 } => $"<td class=\"wide\">{cell}</td>",
        _ => $"<td>{cell}</td>",
    };

    private static string Hash(string text) => $"sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(text)))}";

    private static string Resource(string name)
    {
        using var stream = typeof(HtmlPage).Assembly.GetManifestResourceStream($"Okstra.Core.Page.{name}")!;
        using var reader = new StreamReader(stream, Encoding.UTF8);
        return reader.ReadToEnd().ReplaceLineEndings("\n");
    }
}
