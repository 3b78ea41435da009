using System.Text;
using Okstra.Core.Profiles;
using Okstra.Core.Tasks;

namespace Okstra.Core.Briefs;

/// <summary>Writes answers into a template; its unanswered questions become comments, so that no question passes for an answer.</summary>
public static class BriefComposer
{
    /// <param name="filled">The template, its tokens filled.</param>
    /// <param name="title">One line; null keeps the template's.</param>
    /// <param name="tickets">Ticket ids.</param>
    /// <param name="answers">Text by heading.</param>
    public static string Compose(string filled, string? title, IReadOnlyList<string> tickets, IReadOnlyDictionary<string, string> answers)
    {
        ArgumentNullException.ThrowIfNull(filled);
        var start = FrontMatterBlock.Parse(filled).BodyStart;
        var text = new StringBuilder(filled[..start]);
        if (tickets.Count > 0)
        {
            text.Insert(filled[..start].LastIndexOf("---", StringComparison.Ordinal), $"tickets: {FrontMatter.Array(tickets)}\n");
        }

        string? heading = null;
        foreach (var line in filled[start..].TrimEnd('\n').Split('\n'))
        {
            if (line.StartsWith("# ", StringComparison.Ordinal))
            {
                text.Append(title is null ? line : $"# {title}").Append('\n');
            }
            else if (line.StartsWith("## ", StringComparison.Ordinal))
            {
                heading = line[3..].Trim();
                text.Append(line).Append('\n');
                if (answers.TryGetValue(heading, out var answer))
                {
                    text.Append('\n').Append(answer.ReplaceLineEndings("\n").Trim('\n')).Append("\n\n");
                }
            }
            else if (heading is null || !answers.ContainsKey(heading))
            {
                text.Append(line.Length == 0 || heading is null || line.StartsWith("- ", StringComparison.Ordinal) ? line : $"<!-- {line} -->").Append('\n');
            }
        }

        return text.ToString().TrimEnd('\n') + "\n";
    }
}
