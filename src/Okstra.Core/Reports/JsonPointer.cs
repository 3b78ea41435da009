using System.Text;

namespace Okstra.Core.Reports;

/// <summary>Turns the path a JSON error carries (<c>$.findings[2].title</c>) into a JSON pointer (<c>/findings/2/title</c>).</summary>
public static class JsonPointer
{
    public static string FromPath(string? path)
    {
        if (path is null)
        {
            return "";
        }

        var pointer = new StringBuilder(path.Length);
        foreach (var character in path.AsSpan(path.StartsWith('$') ? 1 : 0))
        {
            switch (character)
            {
                case '.' or '[':
                    pointer.Append('/');
                    break;
                case ']':
                    break;
                default:
                    pointer.Append(character);
                    break;
            }
        }

        return pointer.ToString();
    }
}
