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
            verdicts.Add(Rules.Html, "the page of the report is missing or empty", inputs.Html.Path);
            return;
        }

        if (!html.Contains("Content-Security-Policy", StringComparison.Ordinal) || !html.Contains("default-src 'none'", StringComparison.Ordinal))
        {
            verdicts.Add(Rules.Html, "the page has no policy that forbids outside requests", inputs.Html.Path);
        }

        foreach (var loader in Loaders.Where(loader => html.Contains(loader, StringComparison.OrdinalIgnoreCase)))
        {
            verdicts.Add(Rules.Html, $"the page refers to something outside itself ({loader}…)", inputs.Html.Path);
        }
    }
}
