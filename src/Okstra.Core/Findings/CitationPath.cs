using System.Diagnostics.CodeAnalysis;

namespace Okstra.Core.Findings;

/// <summary>Which cited paths may be read: relative, inside the repository, written with <c>/</c>.</summary>
public static class CitationPath
{
    /// <summary>The path without a leading <c>./</c>, or why it is refused.</summary>
    public static bool TryAccept(string cited, out string path, [NotNullWhen(false)] out string? refusal)
    {
        path = cited.Trim();
        refusal = null;
        while (path.StartsWith("./", StringComparison.Ordinal))
        {
            path = path[2..];
        }

        if (path.Length == 0)
        {
            refusal = "refused: the path is empty";
        }
        else if (path[0] is '/' or '~' || (path.Length > 1 && path[1] == ':' && char.IsAsciiLetter(path[0])))
        {
            refusal = "refused: the path is absolute; cite it relative to the repository root";
        }
        else if (path.Contains('\\', StringComparison.Ordinal) || path.Any(char.IsControl))
        {
            refusal = "refused: the path holds a backslash or a control character";
        }
        else if (path.Split('/').Any(part => part is "" or "." or ".."))
        {
            refusal = "refused: the path leaves the repository or is not in plain form";
        }
        else if (path.Split('/').Any(part => part.TrimEnd(' ', '.').Equals(".git", StringComparison.OrdinalIgnoreCase)))
        {
            refusal = "refused: the path points into git's own files";
        }

        return refusal is null;
    }
}
