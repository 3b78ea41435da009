namespace Okstra.Core.Profiles;

/// <summary>Reads the roster a profile declares (R-LAY-91, R-WRK-02).</summary>
public static class ProfileRoster
{
    private static readonly string[] Headers = ["Workers:", "Required workers:", "Reviewers:", "Analysers:"];

    /// <summary>Names of the first roster block, lower-case, without duplicates; empty when the profile has none.</summary>
    public static IReadOnlyList<string> Parse(string profile)
    {
        var names = new List<string>();
        int? headerIndent = null;
        foreach (var line in profile.Split('\n').Select(line => line.TrimEnd()))
        {
            var text = line.TrimStart();
            var indent = line.Length - text.Length;
            if (headerIndent is null)
            {
                headerIndent = Headers.Any(header => text == $"- {header}") ? indent : null;
            }
            else if (text.StartsWith("- ", StringComparison.Ordinal) && indent > headerIndent)
            {
                var name = Name(text[2..]);
                if (name.Length > 0 && !names.Contains(name, StringComparer.Ordinal))
                {
                    names.Add(name);
                }
            }
            else
            {
                break;
            }
        }

        return names;
    }

    // `- codex`, `- `gemini` (when installed)`: the first word, without code marks.
    private static string Name(string item) => item.Trim().Split([' ', '\t', ':', ','], 2)[0].Trim('`').ToLowerInvariant();
}
