using System.Text;
using Okstra.Core.Problems;

namespace Okstra.Core.Profiles;

/// <summary>Plain substitution of <c>{{NAME}}</c> tokens (R-LAY-66).</summary>
public static class TemplateText
{
    /// <summary>Replaces every token in one pass, so that a value that looks like a token stays as it is.</summary>
    /// <exception cref="UserErrorException">A token of the template has no value: it must not survive.</exception>
    public static string Fill(string name, string template, IReadOnlyDictionary<string, string> values)
    {
        var filled = new StringBuilder(template.Length);
        var from = 0;
        while (Next(template, from) is var (start, end) && start >= 0)
        {
            var token = template[(start + 2)..end];
            filled.Append(template, from, start - from);
            filled.Append(values.TryGetValue(token, out var value)
                ? value
                : throw new UserErrorException("OKS0122", $"template '{name}' has the token '{{{{{token}}}}}', which nothing fills", "remove the token or add a value for it"));
            from = end + 2;
        }

        return filled.Append(template, from, template.Length - from).ToString();
    }

    /// <summary>Names of the tokens in a template.</summary>
    public static IReadOnlyList<string> Tokens(string template)
    {
        var names = new List<string>();
        var from = 0;
        while (Next(template, from) is var (start, end) && start >= 0)
        {
            names.Add(template[(start + 2)..end]);
            from = end + 2;
        }

        return names;
    }

    private static (int Start, int End) Next(string text, int from)
    {
        for (var start = text.IndexOf("{{", from, StringComparison.Ordinal); start >= 0; start = text.IndexOf("{{", start + 1, StringComparison.Ordinal))
        {
            var end = start + 2;
            while (end < text.Length && text[end] is (>= 'A' and <= 'Z') or (>= '0' and <= '9') or '_' or ':' or '-' or '.' or (>= 'a' and <= 'z'))
            {
                end++;
            }

            if (end > start + 2 && end + 1 < text.Length && text[end] == '}' && text[end + 1] == '}')
            {
                return (start, end);
            }
        }

        return (-1, -1);
    }
}
