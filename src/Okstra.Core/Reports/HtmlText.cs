using System.Text;
using Okstra.Core.Text;

namespace Okstra.Core.Reports;

/// <summary>Hostile text as HTML that shows it and nothing else.</summary>
public static class HtmlText
{
    /// <summary>Cleaned and escaped; fit for element content and for double-quoted attributes.</summary>
    public static string Escape(string text)
    {
        var clean = SafeText.Clean(text);
        var html = new StringBuilder(clean.Length + 16);
        foreach (var character in clean)
        {
            _ = character switch
            {
                '&' => html.Append("&amp;"),
                '<' => html.Append("&lt;"),
                '>' => html.Append("&gt;"),
                '"' => html.Append("&quot;"),
                '\'' => html.Append("&#39;"),
                _ => html.Append(character),
            };
        }

        return html.ToString();
    }

    /// <summary>Escaped, with the author's <c>`code`</c> as code.</summary>
    public static string Prose(string text)
    {
        var pieces = Escape(text).Split('`');
        if (pieces.Length % 2 == 0 || pieces.Where((piece, index) => index % 2 == 1 && string.IsNullOrWhiteSpace(piece)).Any())
        {
            return string.Join('`', pieces);
        }

        return string.Concat(pieces.Select((piece, index) => index % 2 == 0 ? piece : $"<code>{piece}</code>"));
    }

    public static string Code(string text) => $"<code>{Escape(text)}</code>";

    /// <summary>Every line that says something as code.</summary>
    public static string CodeLines(string text) => string.Join("<br>", SafeText.Clean(text).Split('\n').Where(line => !string.IsNullOrWhiteSpace(line)).Select(line => Code(line.Trim())));

    /// <summary>A link to the finding of that id.</summary>
    public static string Link(string findingId) => $"<a href=\"#{Escape(findingId)}\">{Escape(findingId)}</a>";
}
