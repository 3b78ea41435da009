namespace Okstra.Core.Validation;

/// <summary>The page exists, carries its policy, and loads nothing.</summary>
internal static class HtmlRules
{
    private static readonly string[] Loaders = ["src=\"http", "href=\"http", "src=\"//", "href=\"//"];

    public static void Check(ValidationInputs inputs, Verdicts verdicts)
    {
        var html = inputs.Html.Text;
        if (string.IsNullOrWhiteSpace(html))
        {
            verdicts.At(Rules.Html, "the page of the report is missing or empty", inputs.Html.Path, TextPlace.Top);
            return;
        }

        if (!html.Contains("Content-Security-Policy", StringComparison.Ordinal) || !html.Contains("default-src 'none'", StringComparison.Ordinal))
        {
            verdicts.At(Rules.Html, "the page has no policy that forbids outside requests", inputs.Html.Path, TextPlace.Top);
        }

        foreach (var (loader, index) in Loaders.Select(loader => (loader, html.IndexOf(loader, StringComparison.OrdinalIgnoreCase))).Where(found => found.Item2 >= 0))
        {
            verdicts.At(Rules.Html, $"the page refers to something outside itself ({loader}…)", inputs.Html.Path, TextPlace.Of(html, index));
        }
    }
}
