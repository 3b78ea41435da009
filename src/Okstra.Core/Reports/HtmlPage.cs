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
        string[] labels = [.. headers.Select(HtmlText.Escape)];
        Raw($"<section class=\"scroll\" tabindex=\"0\" aria-label=\"{HtmlText.Escape(caption)}\"><table{(labels.Length == 2 ? " class=\"pair\"" : "")}>");
        Raw($"<thead><tr>{string.Concat(labels.Select(label => $"<th scope=\"col\">{label}</th>"))}</tr></thead><tbody>");
        foreach (var row in rows)
        {
            Raw($"<tr>{string.Concat(row.Select((cell, index) => index == 0 ? $"<th scope=\"row\"{Shape(cell)}>{cell}</th>" : Cell(cell, labels[index])))}</tr>");
        }

        Raw("</tbody></table></section>");
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
        <!DOCTYPE html>
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

    // On a narrow screen a row becomes a card, and the label of its column stands beside each cell.
    private static string Cell(string cell, string label) => cell is [NumberMark, .. var number]
        ? $"<td class=\"number\" data-label=\"{label}\">{number}</td>"
        : $"<td{Shape(cell)} data-label=\"{label}\">{cell}</td>";

    // An id stays on one line, a few words stand beside their label on a phone, a sentence gets room.
    private static string Shape(string cell)
    {
        var (length, blank, inTag) = (0, false, false);
        foreach (var character in cell)
        {
            inTag = character == '<' || (inTag && character != '>');
            length += inTag || character == '>' ? 0 : 1;
            blank |= !inTag && character == ' ';
        }

        return length switch
        {
            0 => "",
            > 48 => " class=\"wide\"",
            > 24 => " class=\"medium\"",
            _ when cell.Contains("<br>", StringComparison.Ordinal) => "",
            _ => blank ? " class=\"short\"" : " class=\"short id\"",
        };
    }

    private static string Hash(string text) => $"sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(text)))}";

    private static string Resource(string name)
    {
        using var stream = typeof(HtmlPage).Assembly.GetManifestResourceStream($"Okstra.Core.Page.{name}")!;
        using var reader = new StreamReader(stream, Encoding.UTF8);
        return reader.ReadToEnd().ReplaceLineEndings("\n");
    }
}
