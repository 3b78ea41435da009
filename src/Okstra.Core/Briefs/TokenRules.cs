using System.Text.RegularExpressions;

namespace Okstra.Core.Briefs;

/// <summary>BRF-004: a token of a template that nothing filled.</summary>
internal static partial class TokenRules
{
    public static IEnumerable<BriefIssue> Check(BriefPage page) =>
        from line in page.FrontMatterLines.Concat(page.Body.Where(line => !line.IsCode))
        from Match token in Token().Matches(line.Text)
        select BriefIssue.Error("BRF-004", line.Number, token.Index + 1, $"the token '{token.Value}' is still unfilled", "write its value, or take the line out; okstra brief new fills every token");

    [GeneratedRegex(@"\{\{[A-Z][A-Z0-9_:]*\}\}", RegexOptions.NonBacktracking)]
    private static partial Regex Token();
}
