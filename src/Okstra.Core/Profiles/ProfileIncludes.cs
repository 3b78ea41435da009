using System.Text;
using System.Text.RegularExpressions;
using Okstra.Core.Problems;

namespace Okstra.Core.Profiles;

/// <summary>Expands <c>{{INCLUDE:name}}</c> in profiles (R-LAY-88, R-LAY-89).</summary>
public static partial class ProfileIncludes
{
    /// <summary>Includes inside includes beyond this are refused (R-LAY-89).</summary>
    public const int MaxDepth = 4;

    /// <summary>Replaces every directive by the named text, recursively.</summary>
    /// <param name="name">Name of the profile, with its folder: <c>prompts/profiles/error-analysis.md</c>.</param>
    /// <param name="text">Its text.</param>
    /// <param name="read">Text by name; null when there is none.</param>
    /// <exception cref="UserErrorException">A target is missing or the recursion is too deep.</exception>
    public static string Expand(string name, string text, Func<string, string?> read) => Expand(name, text, read, depth: 0);

    private static string Expand(string name, string text, Func<string, string?> read, int depth)
    {
        if (depth > MaxDepth)
        {
            throw new UserErrorException("OKS0121", $"profile includes in '{name}' exceed the recursion limit of {MaxDepth}", "flatten the includes or break the cycle");
        }

        var expanded = new StringBuilder();
        var from = 0;
        foreach (var match in Directive().EnumerateMatches(text))
        {
            expanded.Append(text, from, match.Index - from);
            var target = text.Substring(match.Index, match.Length)["{{INCLUDE:".Length..^2].Trim();
            var path = Beside(name, target);
            var content = read(path)
                ?? throw new UserErrorException("OKS0120", $"profile include '{target}' does not exist; '{name}' refers to it", "correct the directive or add the file");
            expanded.Append(Expand(path, content.TrimEnd('\n', '\r'), read, depth + 1));
            from = match.Index + match.Length;
        }

        return expanded.Append(text, from, text.Length - from).ToString();
    }

    /// <summary>A name relative to the folder of the including file.</summary>
    private static string Beside(string name, string target)
    {
        var segments = new List<string>(name.Split('/')[..^1]);
        foreach (var part in target.Split('/'))
        {
            if (part == ".." && segments.Count > 0)
            {
                segments.RemoveAt(segments.Count - 1);
            }
            else if (part is not ("." or ""))
            {
                segments.Add(part);
            }
        }

        return string.Join('/', segments);
    }

    [GeneratedRegex(@"\{\{INCLUDE:[^}]+?\}\}", RegexOptions.NonBacktracking)]
    private static partial Regex Directive();
}
