using System.Text.RegularExpressions;

namespace Okstra.Core.Reports;

/// <summary>Template placeholders that nobody replaced: <c>{{NAME}}</c>.</summary>
public static partial class Placeholders
{
    public static bool Occur(string text) => Placeholder().IsMatch(text);

    /// <summary>Each placeholder and where it starts.</summary>
    public static IEnumerable<KeyValuePair<string, int>> In(string text) => Placeholder().Matches(text).Select(match => KeyValuePair.Create(match.Value, match.Index));

    [GeneratedRegex(@"\{\{[A-Z][A-Z0-9_]*\}\}", RegexOptions.NonBacktracking | RegexOptions.CultureInvariant)]
    private static partial Regex Placeholder();
}
